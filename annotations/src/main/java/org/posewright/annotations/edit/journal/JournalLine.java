package org.posewright.annotations.edit.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The frame around an entry: {@code {"seq":12,"crc":"89abcdef","body":{…}}} and a line feed. The checksum is CRC-32C over the sequence
 * number in decimal, a colon and the bytes of the body.
 */
record JournalLine(long sequence, byte[] body) {

    private static final String BEFORE_SEQUENCE = "{\"seq\":";
    private static final String BEFORE_CHECKSUM = ",\"crc\":\"";
    private static final String BEFORE_BODY = "\",\"body\":";
    private static final int CHECKSUM_DIGITS = 8;

    /** The line with its line feed. */
    byte[] toBytes() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + 64);
        line.writeBytes((BEFORE_SEQUENCE + sequence + BEFORE_CHECKSUM + checksum() + BEFORE_BODY)
                .getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(body);
        line.writeBytes(new byte[] {'}', '\n'});
        return line.toByteArray();
    }

    /** The entry in a line without its line feed; empty when it is torn or altered. */
    static Optional<JournalLine> parse(byte[] bytes, int from, int to) {
        int at = skip(bytes, from, to, BEFORE_SEQUENCE);
        long sequence = 0;
        int digits = 0;
        while (at >= 0 && at < to && bytes[at] >= '0' && bytes[at] <= '9' && digits < 18) {
            sequence = sequence * 10 + bytes[at++] - '0';
            digits++;
        }
        at = skip(bytes, at, to, BEFORE_CHECKSUM);
        int checksumAt = at;
        at = skip(bytes, at < 0 ? -1 : at + CHECKSUM_DIGITS, to, BEFORE_BODY);
        if (at < 0 || digits == 0 || to - at < 3 || bytes[to - 1] != '}') {
            return Optional.empty();
        }
        JournalLine line = new JournalLine(sequence, java.util.Arrays.copyOfRange(bytes, at, to - 1));
        String found = new String(bytes, checksumAt, CHECKSUM_DIGITS, StandardCharsets.US_ASCII);
        return line.checksum().equals(found) ? Optional.of(line) : Optional.empty();
    }

    private String checksum() {
        CRC32C crc = new CRC32C();
        crc.update((sequence + ":").getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        return "%08x".formatted(crc.getValue());
    }

    /** The place after {@code text}, if it stands at {@code at}; otherwise -1. */
    private static int skip(byte[] bytes, int at, int to, String text) {
        if (at < 0 || at + text.length() > to) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return -1;
            }
        }
        return at + text.length();
    }
}
