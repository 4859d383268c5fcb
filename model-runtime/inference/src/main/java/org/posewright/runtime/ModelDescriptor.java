package org.posewright.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.posewright.annotations.model.Skeleton;
import org.posewright.runtime.decode.PoseHead;

/**
 * What a model file says about itself.
 *
 * @param name for a person: the file's description, or its name
 * @param head what the output's columns mean
 * @param classNames index = class
 * @param skeleton COCO's person where the file names nothing else and has 17 points; numbered points for others
 * @param metadata as the exporter wrote it, text by key; empty for foreign exports
 * @param parameterCount trained numbers in the file; empty when it could not be counted
 */
public record ModelDescriptor(
        Path file,
        String name,
        PoseHead head,
        List<String> classNames,
        Skeleton skeleton,
        InputSpec input,
        Map<String, String> metadata,
        OptionalLong parameterCount) {

    /** The only task this program runs; other models are refused at opening. */
    public static final String TASK = "pose";

    public ModelDescriptor {
        classNames = List.copyOf(classNames);
        metadata = Map.copyOf(metadata);
    }
}
