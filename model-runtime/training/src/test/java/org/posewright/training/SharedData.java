package org.posewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the repository; tests that need it are skipped, and say so, where it is absent. */
public final class SharedData {
    private static final int NPY_SHORT_HEADER = 10;

    private SharedData() {}

    public static Path file(String relative) {
        Path file = Path.of(System.getProperty("posewright.shared", "")).resolve(relative);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference data not present: " + file);
        return file;
    }

    /** Pictures [count, 3, 640, 640] in 0 … 1 of the recorded training batch. */
    public static float[] batchImages(int first, int count) throws IOException {
        byte[] npy = Files.readAllBytes(file("training/batch-images-u8.npy"));
        int header = NPY_SHORT_HEADER + (npy[8] & 0xFF) + 256 * (npy[9] & 0xFF);
        int imageValues = 3 * 640 * 640;
        float[] values = new float[count * imageValues];
        for (int i = 0; i < values.length; i++) {
            values[i] = (npy[header + first * imageValues + i] & 0xFF) / 255f;
        }
        return values;
    }
}
