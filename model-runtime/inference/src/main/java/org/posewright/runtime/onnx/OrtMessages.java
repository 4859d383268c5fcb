package org.posewright.runtime.onnx;

/** The runtime's messages run over many lines of native detail; people get the first. */
final class OrtMessages {

    private static final int LONGEST = 240;

    private OrtMessages() {}

    static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String line = message.lines().findFirst().orElse("no reason given");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
