package org.posewright.app.story;

import java.nio.file.Path;
import java.util.Map;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.pt.PtWriter;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/** The smallest network with weights that have learnt nothing, for stories about processes rather than people. */
final class FreshModel {

    private static final int POINTS = 17;

    private FreshModel() {}

    /** Writes a checkpoint that says it was trained at a size. */
    static Path write(Path file, int imageSize) {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.P, 1, POINTS, 3);
        CheckpointInfo info =
                CheckpointInfo.ofClasses(Map.of(0, "person")).withTrainArguments(Map.of("imgsz", imageSize));
        PtWriter.write(file, Checkpoint.of(spec, new InitialWeights(NetworkInventory.of(spec), 7).make(), info));
        return file;
    }
}
