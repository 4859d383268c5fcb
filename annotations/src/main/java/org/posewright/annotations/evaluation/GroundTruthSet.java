package org.posewright.annotations.evaluation;

/** The labels of an evaluation: one block for each category and picture. Immutable; replacing a block copies references only. */
public final class GroundTruthSet {

    private final EvaluationAxes axes;
    private final int keypointCount;
    private final GroundTruthBlock[] blocks;

    private GroundTruthSet(EvaluationAxes axes, int keypointCount, GroundTruthBlock[] blocks) {
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

    public GroundTruthBlock block(int blockIndex) {
        return blocks[blockIndex];
    }

    public long peopleCount() {
        long count = 0;
        for (GroundTruthBlock block : blocks) {
            count += block.size();
        }
        return count;
    }

    /** This set with other people in one block. */
    public GroundTruthSet with(int blockIndex, GroundTruthBlock block) {
        GroundTruthBlock[] copy = blocks.clone();
        copy[blockIndex] = block;
        return new GroundTruthSet(axes, keypointCount, copy);
    }

    /** This set with all blocks replaced, in block order. */
    public GroundTruthSet withBlocks(GroundTruthBlock[] newBlocks) {
        if (newBlocks.length != blocks.length) {
            throw new IllegalArgumentException(newBlocks.length + " blocks for " + blocks.length);
        }
        return new GroundTruthSet(axes, keypointCount, newBlocks.clone());
    }

    /** Only some of the pictures. */
    public GroundTruthSet restrictedTo(EvaluationAxes fewer) {
        GroundTruthBlock[] kept = new GroundTruthBlock[fewer.blockCount()];
        for (int b = 0; b < kept.length; b++) {
            kept[b] = blocks[sourceBlock(axes, fewer, b)];
        }
        return new GroundTruthSet(fewer, keypointCount, kept);
    }

    static int sourceBlock(EvaluationAxes from, EvaluationAxes to, int block) {
        int image = from.imageIndex(to.imageId(to.imageOfBlock(block)));
        int category = from.categoryIndex(to.categoryId(block / to.imageCount()));
        return from.blockIndex(image, category);
    }

    /** Collects people by picture and category. */
    public static final class Builder {
        private final EvaluationAxes axes;
        private final int keypointCount;
        private final GroundTruthBlock.Builder[] builders;

        public Builder(EvaluationAxes axes, int keypointCount) {
            this.axes = axes;
            this.keypointCount = keypointCount;
            builders = new GroundTruthBlock.Builder[axes.blockCount()];
        }

        /** The block of a picture and category, to add people to. */
        public GroundTruthBlock.Builder at(int imageIndex, int categoryIndex) {
            int block = axes.blockIndex(imageIndex, categoryIndex);
            if (builders[block] == null) {
                builders[block] = new GroundTruthBlock.Builder(keypointCount, 2);
            }
            return builders[block];
        }

        public GroundTruthSet build() {
            GroundTruthBlock empty = GroundTruthBlock.empty(keypointCount);
            GroundTruthBlock[] blocks = new GroundTruthBlock[builders.length];
            for (int b = 0; b < blocks.length; b++) {
                blocks[b] = builders[b] == null ? empty : builders[b].build();
            }
            return new GroundTruthSet(axes, keypointCount, blocks);
        }
    }
}
