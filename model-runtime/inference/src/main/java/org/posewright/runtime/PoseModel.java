package org.posewright.runtime;

import java.util.List;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.preprocess.InputTensor;
import org.posewright.runtime.preprocess.Letterbox;

/**
 * An opened pose model. {@link #candidates} and {@link #predict} do everything for one picture; a pipelined run calls the stages
 * {@link #prepare}, {@link #run} and {@link #decode} from its own threads. All methods are thread-safe; more than {@link
 * #usefulConcurrentRuns} runs at a time are correct but not faster.
 */
public interface PoseModel extends AutoCloseable {

    ModelDescriptor descriptor();

    /** What the session really runs on. */
    DeviceReport device();

    /** How many {@link #run} calls at a time bring more pictures a second. */
    int usefulConcurrentRuns();

    /** Where a picture will lie in the network input. */
    Letterbox letterbox(ImageSize image, InferenceOptions options);

    /** Resizes, pads and normalises; the result must be closed, and may be run more than once before. */
    InputTensor prepare(ImageFrame frame, Letterbox letterbox);

    /**
     * Runs the network on one picture.
     *
     * @return the output; first axis = 1 or the model's fixed batch, of which picture 0 is the one asked for
     * @throws PoseModelException if the runtime fails
     * @throws java.util.concurrent.CancellationException after {@link #interrupt}, or when the token says so before the start
     */
    FloatTensor run(InputTensor input, CancellationToken token);

    /** Makes sense of an output of {@link #run}. */
    PredictionCandidates decode(FloatTensor output, Letterbox letterbox, InferenceOptions options);

    /** Ends the runs that are under way, from any thread; they throw. Later runs are not affected. */
    void interrupt();

    @Override
    void close();

    /** Everything the model says about a picture above the candidate floor. */
    default PredictionCandidates candidates(ImageFrame frame, InferenceOptions options, CancellationToken token) {
        Letterbox letterbox = letterbox(frame.size(), options);
        try (InputTensor input = prepare(frame, letterbox)) {
            return decode(run(input, token), letterbox, options);
        }
    }

    /** The people in a picture, best score first, in pixels of the picture. */
    default List<PosePrediction> predict(ImageFrame frame, InferenceOptions options, CancellationToken token) {
        return Postprocess.select(candidates(frame, options, token), options.selection());
    }
}
