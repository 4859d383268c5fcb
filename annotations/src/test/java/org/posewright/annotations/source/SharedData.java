package org.posewright.annotations.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference datasets, which are not part of the repository. */
public final class SharedData {

    private SharedData() {}

    /** Skips the calling test, and says why, where the data is absent. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("posewright.shared", "absent"), name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.exists(folder), folder + " is not here; the test needs the reference data");
        return folder;
    }
}
