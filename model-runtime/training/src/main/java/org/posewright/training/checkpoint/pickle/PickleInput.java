package org.posewright.training.checkpoint.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.posewright.training.checkpoint.CheckpointException;

/** The bytes of a pickle, read with every length checked against what is left. */
final class PickleInput {
    private static final int MAX_INTEGER_BYTES = 1024;

    private final ByteBuffer in;

    PickleInput(byte[] pickle) {
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return in.position();
    }

    int unsignedByte() {
        require(1);
        return in.get() & 0xFF;
    }

    int unsignedShort() {
        require(2);
        return in.getShort() & 0xFFFF;
    }

    int int32() {
        require(4);
        return in.getInt();
    }

    /** A length or index of four bytes. */
    int length32() {
        int length = int32();
        if (length < 0) {
            throw bad("claims a length of " + Integer.toUnsignedString(length) + " bytes");
        }
        return length;
    }

    /** A length of eight bytes. */
    int length64() {
        require(8);
        long length = in.getLong();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw bad("claims a length of " + Long.toUnsignedString(length) + " bytes");
        }
        return (int) length;
    }

    double bigEndianDouble() {
        require(8);
        return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
    }

    byte[] bytes(int length) {
        require(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    String text(int length, Charset charset) {
        return new String(bytes(length), charset);
    }

    /** Text up to the next line feed. */
    String line() {
        int start = in.position();
        while (unsignedByte() != '\n') {
            // searching for the end of the line
        }
        int length = in.position() - start - 1;
        return new String(in.array(), start, length, StandardCharsets.UTF_8);
    }

    /** A two's-complement little-endian integer; a {@code Long} where it fits. */
    Number integer(int length) {
        if (length > MAX_INTEGER_BYTES) {
            throw bad("holds an integer of " + length + " bytes");
        }
        byte[] little = bytes(length);
        if (length == 0) {
            return 0L;
        }
        byte[] big = new byte[length];
        for (int i = 0; i < length; i++) {
            big[i] = little[length - 1 - i];
        }
        BigInteger value = new BigInteger(big);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    CheckpointException bad(String what) {
        return new CheckpointException("The pickle " + what + " at byte " + in.position() + ".");
    }

    private void require(int length) {
        if (length > in.remaining()) {
            throw bad("ends early: " + length + " more bytes are needed and " + in.remaining() + " are left");
        }
    }
}
