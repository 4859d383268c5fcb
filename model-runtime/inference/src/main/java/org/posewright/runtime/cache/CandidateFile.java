package org.posewright.runtime.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.posewright.annotations.model.ImageSize;
import org.posewright.runtime.decode.CandidateRows;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.decode.PoseHead;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.Letterbox;

/**
 * Candidates as bytes: magic, version, key, geometry, head, rows, CRC-32 of all before it. Numbers are big-endian; 32-bit floats
 * stay exact.
 */
final class CandidateFile {

    private static final int MAGIC = 0x50575043;
    private static final int VERSION = 1;
    private static final int CORNERS = 4;

    private CandidateFile() {}

    static byte[] write(CacheKey key, PredictionCandidates candidates) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(key.toString());
        writeLetterbox(out, candidates.letterbox());
        PoseHead head = candidates.head();
        out.writeInt(head.classCount());
        out.writeInt(head.keypointCount());
        out.writeInt(head.valuesPerKeypoint());
        out.writeInt(head.layout().ordinal());
        out.writeDouble(candidates.floor());
        writeRows(out, candidates.rows());
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        out.writeLong(sum.getValue());
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if the bytes are not whole, of another version or of another key
     */
    static PredictionCandidates read(CacheKey key, byte[] bytes) throws IOException {
        int end = bytes.length - Long.BYTES;
        if (end < 0) {
            throw new IOException("too short");
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        if (sum.getValue() != ByteBuffer.wrap(bytes).getLong(end)) {
            throw new IOException("checksum differs");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        if (in.readInt() != MAGIC || in.readInt() != VERSION || !in.readUTF().equals(key.toString())) {
            throw new IOException("of another kind, version or key");
        }
        try {
            Letterbox letterbox = readLetterbox(in);
            PoseHead head = new PoseHead(in.readInt(), in.readInt(), in.readInt(), OutputLayout.values()[in.readInt()]);
            double floor = in.readDouble();
            return new PredictionCandidates(readRows(in, head), head, letterbox, floor);
        } catch (IllegalArgumentException | IndexOutOfBoundsException nonsense) {
            throw new IOException("holds impossible values", nonsense);
        }
    }

    private static void writeLetterbox(DataOutputStream out, Letterbox box) throws IOException {
        int[] sides = {
            box.image().width(), box.image().height(), box.input().width(),
                    box.input().height(),
            box.resized().width(), box.resized().height(), box.left(), box.top()
        };
        for (int side : sides) {
            out.writeInt(side);
        }
        out.writeDouble(box.scaleX());
        out.writeDouble(box.scaleY());
        out.writeBoolean(box.recorded());
    }

    private static Letterbox readLetterbox(DataInputStream in) throws IOException {
        return new Letterbox(
                new ImageSize(in.readInt(), in.readInt()),
                new InputSize(in.readInt(), in.readInt()),
                new InputSize(in.readInt(), in.readInt()),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean());
    }

    private static void writeRows(DataOutputStream out, CandidateRows rows) throws IOException {
        out.writeInt(rows.size());
        ByteBuffer block = ByteBuffer.allocate(rows.size() * rowBytes(rows.keypointValues()));
        for (int i = 0; i < rows.size(); i++) {
            block.putFloat(rows.score(i)).putInt(rows.classIndex(i));
            block.putFloat(rows.left(i))
                    .putFloat(rows.top(i))
                    .putFloat(rows.right(i))
                    .putFloat(rows.bottom(i));
            for (int k = 0; k < rows.keypointValues(); k++) {
                block.putFloat(rows.keypointValue(i, k));
            }
        }
        out.write(block.array());
    }

    private static CandidateRows readRows(DataInputStream in, PoseHead head) throws IOException {
        int size = in.readInt();
        byte[] bytes = in.readAllBytes();
        int keypointValues = head.keypointValues();
        if (size < 0 || bytes.length != (long) size * rowBytes(keypointValues)) {
            throw new IOException("rows are cut");
        }
        ByteBuffer block = ByteBuffer.wrap(bytes);
        float[] scores = new float[size];
        int[] classes = new int[size];
        float[] corners = new float[CORNERS * size];
        float[] keypoints = new float[keypointValues * size];
        for (int i = 0; i < size; i++) {
            scores[i] = block.getFloat();
            classes[i] = block.getInt();
            fill(block, corners, CORNERS * i, CORNERS);
            fill(block, keypoints, keypointValues * i, keypointValues);
        }
        return CandidateRows.ofSorted(scores, classes, corners, keypoints, keypointValues);
    }

    private static void fill(ByteBuffer from, float[] to, int offset, int count) {
        from.asFloatBuffer().get(to, offset, count);
        from.position(from.position() + count * Float.BYTES);
    }

    private static int rowBytes(int keypointValues) {
        return Float.BYTES + Integer.BYTES + (CORNERS + keypointValues) * Float.BYTES;
    }
}
