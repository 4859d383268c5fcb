package org.posewright.annotations.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference data of the workplace; tests that need it are skipped where it is absent. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("posewright.shared", "shared")).resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference data is absent: " + file);
        return file;
    }
}
