package org.posewright.runtime.decode;

import org.posewright.runtime.preprocess.Letterbox;

/** Turns a network's output into candidates. Implementations hold no state and may be used from any thread. */
public sealed interface PoseDecoder permits RawPoseDecoder, EndToEndPoseDecoder {

    /**
     * @param output of rank 3, first axis = picture in the batch
     * @param batchIndex which picture
     * @throws IllegalArgumentException if the shape is not that of the head
     */
    PredictionCandidates decode(FloatTensor output, int batchIndex, Letterbox letterbox, DecodeSettings settings);

    /** The decoder for a head. */
    static PoseDecoder of(PoseHead head) {
        return switch (head.layout()) {
            case RAW -> new RawPoseDecoder(head);
            case END_TO_END -> new EndToEndPoseDecoder(head);
        };
    }
}
