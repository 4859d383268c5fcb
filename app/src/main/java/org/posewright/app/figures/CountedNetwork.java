package org.posewright.app.figures;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.posewright.app.download.ModelCatalog;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.export.ModelFileReader;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/**
 * What was counted in a network, batch normalisation folded, as the published figures are.
 *
 * @param parameters trained numbers
 * @param gigaFlops billions of operations at 640 x 640, two per multiply-add
 */
public record CountedNetwork(long parameters, double gigaFlops) {

    /** Counts the network that an official model's name stands for. */
    public static CountedNetwork of(ModelCatalog.Entry entry) {
        String letter = entry.name().replaceFirst("^yolo11(.)-pose$", "$1").toLowerCase(Locale.ROOT);
        return of(NetworkSpec.coco(ModelFamily.V11, ModelScale.ofLetter(letter)));
    }

    /** Counts the network in a file; empty when it is no YOLO11-pose or YOLOv8-pose whose layers are known. */
    public static Optional<CountedNetwork> of(Path file) {
        try {
            return Optional.of(of(ModelFileReader.read(file).spec()));
        } catch (CheckpointException foreign) {
            return Optional.empty();
        }
    }

    private static CountedNetwork of(NetworkSpec spec) {
        NetworkInventory inventory = NetworkInventory.of(spec, true);
        return new CountedNetwork(inventory.parameterCount(), inventory.gigaFlopsAt640());
    }
}
