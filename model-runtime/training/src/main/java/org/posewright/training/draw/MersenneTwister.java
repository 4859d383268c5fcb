package org.posewright.training.draw;

/** MT19937 (Matsumoto and Nishimura 1998), the generator below those of Python, NumPy and PyTorch. */
final class MersenneTwister {

    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int TWIST = 0x9908B0DF;
    private static final int KEY_SEED = 19650218;

    private final int[] state;
    private int next = WORDS;

    private MersenneTwister(int[] state) {
        this.state = state;
    }

    /** Seeded by one number: {@code init_genrand}. */
    static MersenneTwister ofNumber(int seed) {
        int[] state = new int[WORDS];
        state[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        return new MersenneTwister(state);
    }

    /** Seeded by the 32-bit words of a non-negative number, lowest first: {@code init_by_array}. */
    static MersenneTwister ofKey(long number) {
        int[] key = number >>> Integer.SIZE == 0
                ? new int[] {(int) number}
                : new int[] {(int) number, (int) (number >>> Integer.SIZE)};
        int[] state = ofNumber(KEY_SEED).state;
        int i = 1;
        for (int k = 0; k < WORDS; k++) {
            state[i] = (state[i] ^ (state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)
                    + key[k % key.length]
                    + k % key.length;
            i = stepped(state, i);
        }
        for (int k = 0; k < WORDS - 1; k++) {
            state[i] = (state[i] ^ (state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941) - i;
            i = stepped(state, i);
        }
        state[0] = Integer.MIN_VALUE;
        return new MersenneTwister(state);
    }

    private static int stepped(int[] state, int i) {
        if (i + 1 < WORDS) {
            return i + 1;
        }
        state[0] = state[WORDS - 1];
        return 1;
    }

    MersenneTwister copy() {
        MersenneTwister copy = new MersenneTwister(state.clone());
        copy.next = next;
        return copy;
    }

    /** The next 32 bits. */
    int nextWord() {
        if (next == WORDS) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    /** The next number of 53 random bits, from 0 to below 1. */
    double nextDouble() {
        int high = nextWord() >>> 5;
        int low = nextWord() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    private void twist() {
        for (int k = 0; k < WORDS; k++) {
            int y = (state[k] & Integer.MIN_VALUE) | (state[(k + 1) % WORDS] & Integer.MAX_VALUE);
            state[k] = state[(k + SHIFT) % WORDS] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
        }
    }
}
