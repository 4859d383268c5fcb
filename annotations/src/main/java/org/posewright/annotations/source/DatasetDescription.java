package org.posewright.annotations.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;

/**
 * What was understood of a dataset.
 *
 * @param name for titles
 * @param root folder that image keys are relative to; absolute
 */
public record DatasetDescription(
        String name,
        Path root,
        Understanding understanding,
        LabelSchema schema,
        List<SplitCount> splits,
        Remarks remarks) {

    /**
     * How the folder was understood, and how else it can be.
     *
     * @param sentence one sentence for a person
     * @param alternatives requests that open the same folder in another way
     */
    public record Understanding(DatasetKind kind, Sentence sentence, List<Alternative> alternatives) {
        public Understanding {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Another way to understand the same folder.
     *
     * @param label for a menu
     */
    public record Alternative(Sentence label, OpenRequest request) {}

    /** What labels consist of. */
    public record LabelSchema(Skeleton skeleton, List<String> categoryNames) {
        public LabelSchema {
            categoryNames = List.copyOf(categoryNames);
        }
    }

    /** A split and the number of its pictures. */
    public record SplitCount(String split, int images) {}

    /**
     * What else there is to say.
     *
     * @param download the yaml's text for fetching the dataset; shown, never executed
     * @param findings problems of the dataset as a whole; those of single pictures come with them
     */
    public record Remarks(Optional<String> download, List<Finding> findings) {
        public Remarks {
            findings = List.copyOf(findings);
        }
    }

    public DatasetDescription {
        splits = List.copyOf(splits);
    }

    public DatasetKind kind() {
        return understanding.kind();
    }

    /** In English. */
    public String sentence() {
        return understanding.sentence().english();
    }

    public Skeleton skeleton() {
        return schema.skeleton();
    }

    public List<String> categoryNames() {
        return schema.categoryNames();
    }

    public List<Finding> findings() {
        return remarks.findings();
    }
}
