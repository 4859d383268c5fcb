package org.posewright.app.training;

import java.util.Locale;

/** Whether the trainer's native library is on the class path, found without loading it. */
public final class TrainingNatives {

    private TrainingNatives() {}

    /** Whether this installation can train. */
    public static boolean arePresent() {
        String folder = "org/bytedeco/pytorch/" + platform() + "/";
        return TrainingNatives.class.getClassLoader().getResource(folder + System.mapLibraryName("jnitorch")) != null;
    }

    /** As JavaCPP names it, such as {@code linux-x86_64}. */
    public static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("win") ? "windows" : system.contains("mac") ? "macosx" : "linux";
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        return name + "-" + (isArm ? "arm64" : "x86_64");
    }
}
