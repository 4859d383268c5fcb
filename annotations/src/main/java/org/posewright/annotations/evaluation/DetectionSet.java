package org.posewright.annotations.evaluation;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The detections of an evaluation: one block for each category and picture. Immutable. */
public final class DetectionSet {

    private final EvaluationAxes axes;
    private final int keypointCount;
    private final DetectionBlock[] blocks;
    private final AtomicReference<@Nullable DetectionSlots> slots = new AtomicReference<>();

    DetectionSet(EvaluationAxes axes, int keypointCount, DetectionBlock[] blocks) {
        this.axes = axes;
        this.keypointCount = keypointCount;
        this.blocks = blocks;
    }

    public EvaluationAxes axes() {
        return axes;
    }

    public int keypointCount() {
        return keypointCount;
    }

    public DetectionBlock block(int blockIndex) {
        return blocks[blockIndex];
    }

    public long detectionCount() {
        long count = 0;
        for (DetectionBlock block : blocks) {
            count += block.size();
        }
        return count;
    }

    /** This set with all blocks replaced, in block order. */
    public DetectionSet withBlocks(DetectionBlock[] newBlocks) {
        if (newBlocks.length != blocks.length) {
            throw new IllegalArgumentException(newBlocks.length + " blocks for " + blocks.length);
        }
        return new DetectionSet(axes, keypointCount, newBlocks.clone());
    }

    /** Only some of the pictures. */
    public DetectionSet restrictedTo(EvaluationAxes fewer) {
        DetectionBlock[] kept = new DetectionBlock[fewer.blockCount()];
        for (int b = 0; b < kept.length; b++) {
            kept[b] = blocks[GroundTruthSet.sourceBlock(axes, fewer, b)];
        }
        return new DetectionSet(fewer, keypointCount, kept);
    }

    /** Only detections from a score on. */
    public DetectionSet scoringAtLeast(double score) {
        DetectionBlock[] kept = new DetectionBlock[blocks.length];
        for (int b = 0; b < kept.length; b++) {
            boolean[] keep = new boolean[blocks[b].size()];
            for (int d = 0; d < keep.length; d++) {
                keep[d] = blocks[b].score(d) >= score;
            }
            kept[b] = blocks[b].keeping(keep);
        }
        return new DetectionSet(axes, keypointCount, kept);
    }

    /** The global order of the best detections; computed once, because an edit of labels does not change it. */
    DetectionSlots slots(int maxDetections) {
        DetectionSlots known = slots.get();
        if (known == null || known.maxDetections() != maxDetections) {
            known = DetectionSlots.of(this, maxDetections);
            slots.set(known);
        }
        return known;
    }
}
