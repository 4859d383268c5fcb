package org.posewright.training.checkpoint;

/** IEEE 754 half precision and bfloat16 to and from single precision; Java 17 has no built-in conversion. */
final class HalfFloats {
    private static final int HALF_EXPONENT_BITS = 0x7C00;
    private static final int HALF_FRACTION_BITS = 0x03FF;
    private static final float HALF_SUBNORMAL_UNIT = 0x1p-24f;
    /** Smallest magnitude that rounds to infinity: half way between the largest half and 2^16. */
    private static final float HALF_OVERFLOW = 65520f;

    private static final float HALF_SMALLEST_NORMAL = 0x1p-14f;

    private HalfFloats() {}

    static float fromHalf(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits & HALF_EXPONENT_BITS;
        int fraction = bits & HALF_FRACTION_BITS;
        if (exponent == 0) {
            float magnitude = fraction * HALF_SUBNORMAL_UNIT;
            return sign == 0 ? magnitude : -magnitude;
        }
        if (exponent == HALF_EXPONENT_BITS) {
            return Float.intBitsToFloat(sign | 0x7F800000 | fraction << 13);
        }
        return Float.intBitsToFloat(sign | ((exponent >> 10) + 112) << 23 | fraction << 13);
    }

    /** Rounds to nearest, ties to even. */
    static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7E00);
        }
        if (magnitude >= HALF_OVERFLOW) {
            return (short) (sign | HALF_EXPONENT_BITS);
        }
        if (magnitude < HALF_SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(magnitude / HALF_SUBNORMAL_UNIT));
        }
        int unsigned = bits & 0x7FFFFFFF;
        int rounded = unsigned + 0x0FFF + (unsigned >>> 13 & 1);
        return (short) (sign | (rounded - (112 << 23)) >>> 13);
    }

    static float fromBfloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
