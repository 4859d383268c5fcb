package org.posewright.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The workplace's reference data; tests that need it are skipped, and say so, where it is absent. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder of the reference data. */
    public static Path require(String relative) {
        Path file = Path.of(System.getProperty("posewright.shared", "../../../shared/data"), relative);
        Assumptions.assumeTrue(Files.exists(file), "reference data is absent: " + file);
        return file;
    }
}
