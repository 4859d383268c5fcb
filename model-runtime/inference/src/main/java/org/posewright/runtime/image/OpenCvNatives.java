package org.posewright.runtime.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_java;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads OpenCV's native library behind {@code org.opencv}. JavaCPP takes OpenCV's window module along, which needs GTK 2; where that is
 * not installed, as on most systems of today, everything but the window module is loaded here, and nothing is missed.
 */
public final class OpenCvNatives {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCvNatives.class);
    private static final String PREFIX = "libopencv_";
    private static final String JAVA = "libopencv_java.so";
    private static final String WINDOWS = "libopencv_highgui";

    private OpenCvNatives() {}

    /**
     * Returns when the library is there. To be called once, from a static initialiser.
     *
     * @throws UnsatisfiedLinkError if a system library is missing, whose name it says
     */
    public static void load() {
        try {
            Loader.load(opencv_java.class);
        } catch (UnsatisfiedLinkError incomplete) {
            if (!Loader.getPlatform().startsWith("linux")) {
                throw incomplete;
            }
            LOG.debug("OpenCV is loaded without its window module", incomplete);
            try {
                loadWithoutWindows();
            } catch (IOException unreadable) {
                incomplete.addSuppressed(unreadable);
                throw incomplete;
            }
        }
    }

    private static void loadWithoutWindows() throws IOException {
        Loader.load(opencv_imgcodecs.class);
        File[] folders = Loader.cacheResources(opencv_java.class, "/org/bytedeco/opencv/" + Loader.getPlatform() + "/");
        Path folder = folders[0].toPath();
        List<Path> waiting;
        try (Stream<Path> files = Files.list(folder)) {
            waiting = new ArrayList<>(files.filter(OpenCvNatives::isModule).toList());
        }
        // Modules need one another, and the system finds only what is loaded already.
        int before;
        do {
            before = waiting.size();
            waiting.removeIf(OpenCvNatives::isLoaded);
        } while (waiting.size() < before);
        System.load(folder.resolve(JAVA).toString());
    }

    private static boolean isModule(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && !name.startsWith(WINDOWS) && !name.equals(JAVA);
    }

    private static boolean isLoaded(Path module) {
        try {
            System.load(module.toString());
            return true;
        } catch (UnsatisfiedLinkError tooEarly) {
            LOG.trace("{} waits for another module", module, tooEarly);
            return false;
        }
    }
}
