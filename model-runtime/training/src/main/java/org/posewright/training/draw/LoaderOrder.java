package org.posewright.training.draw;

/**
 * The order in which PyTorch's loader shows pictures: Fisher-Yates from a generator of a fixed seed, whatever the seed of the run.
 */
final class LoaderOrder {

    /** The lowest 32 bits of 6148914691236517205 - 1, which the reference seeds its loader with in a single process. */
    private static final int SEED = 0x55555554;

    private final MersenneTwister bits;
    private boolean hasUnspentRest;

    LoaderOrder() {
        this(MersenneTwister.ofNumber(SEED), false);
        drawWorkerSeed();
    }

    private LoaderOrder(MersenneTwister bits, boolean hasUnspentRest) {
        this.bits = bits;
        this.hasUnspentRest = hasUnspentRest;
    }

    LoaderOrder copy() {
        return new LoaderOrder(bits.copy(), hasUnspentRest);
    }

    /** The loader starts again, as it does when mosaic ends. */
    void restart() {
        hasUnspentRest = false;
        drawWorkerSeed();
    }

    private void drawWorkerSeed() {
        bits.nextWord();
        bits.nextWord();
    }

    /**
     * The pictures of the next epoch in order.
     *
     * @param endsWithPartOfABatch whether the last batch of the epoch is not full
     */
    int[] next(int count, boolean endsWithPartOfABatch) {
        if (hasUnspentRest) {
            permutation(count);
        }
        int[] order = permutation(count);
        // A sampler that runs out draws one more permutation and shows none of it: while it fills the last batch when
        // that stays
        // short, else only when somebody asks for the next one.
        hasUnspentRest = !endsWithPartOfABatch;
        if (endsWithPartOfABatch) {
            permutation(count);
        }
        return order;
    }

    private int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = 0; i < count - 1; i++) {
            int j = i + Integer.remainderUnsigned(bits.nextWord(), count - i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
