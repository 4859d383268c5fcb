package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How to start {@code posewright train} as a process of its own: the Java and class path of this one, with the flags of the start
 * script, at low priority.
 *
 * @param prefix words before the arguments of the trainer
 */
public record TrainingProgram(List<String> prefix) {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingProgram.class);
    private static final String LAUNCHER = "org.posewright.app.bootstrap.Launcher";

    public TrainingProgram {
        prefix = List.copyOf(prefix);
    }

    /** This program itself. */
    public static TrainingProgram ofThisProgram() {
        List<String> words = new ArrayList<>(LowPriority.ofThisSystem().prefix());
        String ending = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        words.add(Path.of(System.getProperty("java.home"), "bin", ending).toString());
        words.addAll(List.of(
                // Others let the heap grow to gigabytes on the checkpoints of each epoch.
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                LAUNCHER,
                "train"));
        return new TrainingProgram(words);
    }

    /**
     * Starts it and lets it go: it reads nothing from this process and writes to files, so it outlives the window.
     *
     * @param arguments by name
     */
    Process start(Map<String, String> arguments, RunFiles files) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        arguments.forEach((name, value) -> words.add(name + "=" + value));
        words.add("progress=json");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(files.path().toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.output().toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(files.errors().toFile()));
        // As in the start script: an installed program is started without it, and the class path makes a long command
        // line.
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        lowerPriority(process);
        RunProcess.of(process.toHandle()).write(files.process());
        return process;
    }

    /** Without it the trainer still works, only less politely. */
    private static void lowerPriority(Process process) {
        List<String> words = LowPriority.ofThisSystem().adjustment(process.pid());
        if (!words.isEmpty()) {
            try {
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException none) {
                LOG.warn("the training process keeps its normal priority", none);
            }
        }
    }
}
