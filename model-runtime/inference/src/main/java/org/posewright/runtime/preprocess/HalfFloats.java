package org.posewright.runtime.preprocess;

/** IEEE 754 binary16, which Java 17 does not convert by itself. */
public final class HalfFloats {

    private static final int EXPONENT_BIAS_DIFFERENCE = 127 - 15;
    private static final int MANTISSA_BITS_DROPPED = 23 - 10;
    private static final int HALF_INFINITY = 0x7C00;

    private HalfFloats() {}

    /** The nearest half, ties to even; numbers beyond 65504 become infinite. */
    public static short ofFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int exponent = (bits >>> 23 & 0xFF) - EXPONENT_BIAS_DIFFERENCE;
        int mantissa = bits & 0x7FFFFF;
        if (Float.isNaN(value)) {
            return (short) (sign | HALF_INFINITY | 0x200);
        }
        if (exponent >= 31) {
            return (short) (sign | HALF_INFINITY);
        }
        int dropped = MANTISSA_BITS_DROPPED;
        int kept = exponent << 10;
        if (exponent <= 0) {
            // Subnormal: the hidden bit becomes visible and moves right.
            mantissa |= 0x800000;
            dropped += 1 - exponent;
            kept = 0;
            if (dropped > 24) {
                return (short) sign;
            }
        }
        int half = kept + (mantissa >>> dropped);
        int rest = mantissa & (1 << dropped) - 1;
        int tie = 1 << dropped - 1;
        if (rest > tie || rest == tie && (half & 1) == 1) {
            half++;
        }
        return (short) (sign | half);
    }
}
