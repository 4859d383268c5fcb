package org.posewright.annotations.coco;

import java.math.BigInteger;

/**
 * Decimal to double without big numbers for texts of 16 to 18 digits, which is what single-precision predictions look like when a
 * double prints them. D. Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51 (2021), here for
 * powers of ten from -27 to 0 only; within them the result is the correctly rounded one.
 */
final class EiselLemire {

    private static final int SMALLEST_POWER = -27;
    private static final int BIAS = 1023;
    private static final int FRACTION_BITS = 52;

    /** Upper and lower 64 bits of 5^q, scaled to 128 bits and rounded up, by -q. */
    private static final long[] UPPER = new long[1 - SMALLEST_POWER];

    private static final long[] LOWER = new long[1 - SMALLEST_POWER];

    static {
        UPPER[0] = 1L << 63;
        for (int q = -1; q >= SMALLEST_POWER; q--) {
            BigInteger power = BigInteger.valueOf(5).pow(-q);
            BigInteger scaled = BigInteger.ONE
                    .shiftLeft(power.bitLength() + 127)
                    .divide(power)
                    .add(BigInteger.ONE);
            scaled = scaled.shiftRight(scaled.bitLength() - 128);
            UPPER[-q] = scaled.shiftRight(64).longValue();
            LOWER[-q] = scaled.longValue();
        }
    }

    private EiselLemire() {}

    /** Whether {@link #convert} knows this power. */
    static boolean covers(int powerOfTen) {
        return powerOfTen <= 0 && powerOfTen >= SMALLEST_POWER;
    }

    /**
     * The double nearest to {@code digits} times a power of ten.
     *
     * @param digits above 0
     * @param powerOfTen one that is covered
     */
    static double convert(long digits, int powerOfTen) {
        int shift = Long.numberOfLeadingZeros(digits);
        long normalized = digits << shift;
        long upper = multiplyHigh(normalized, UPPER[-powerOfTen]);
        long lower = normalized * UPPER[-powerOfTen];
        if ((upper & 0x1FF) == 0x1FF) {
            long carry = multiplyHigh(normalized, LOWER[-powerOfTen]);
            lower += carry;
            upper += Long.compareUnsigned(lower, carry) < 0 ? 1 : 0;
        }
        int topBit = (int) (upper >>> 63);
        int drop = topBit + 64 - FRACTION_BITS - 3;
        long mantissa = upper >>> drop;
        // A tie between two doubles goes to the even one; beyond these powers no tie is possible.
        boolean tie = Long.compareUnsigned(lower, 1) <= 0
                && powerOfTen >= -4
                && (mantissa & 3) == 1
                && mantissa << drop == upper;
        mantissa = tie ? mantissa & ~1L : mantissa;
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        // 217706 / 2^16 is log2(10), close enough for these powers.
        int exponent = (217_706 * powerOfTen >> 16) + 63 + topBit - shift + BIAS;
        if (mantissa >= 2L << FRACTION_BITS) {
            mantissa = 1L << FRACTION_BITS;
            exponent++;
        }
        return Double.longBitsToDouble((long) exponent << FRACTION_BITS | mantissa & ~(1L << FRACTION_BITS));
    }

    /** Upper half of the unsigned product. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
