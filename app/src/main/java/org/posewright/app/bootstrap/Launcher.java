package org.posewright.app.bootstrap;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.posewright.app.cli.CommandLineProgram;
import org.posewright.app.cli.Commands;
import org.posewright.app.cli.QuickEvaluation;

/** The main class of the distribution: decides between window and command line before any toolkit is loaded. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (QuickEvaluation.printed(arguments, out)) {
            System.exit(CommandLineProgram.SUCCESS);
        }
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        if (words.isEmpty()
                || words.get(0).equals("gui")
                || !Commands.names().contains(words.get(0)) && words.stream().allMatch(Launcher::isPath)) {
            List<String> paths =
                    !words.isEmpty() && words.get(0).equals("gui") ? words.subList(1, words.size()) : words;
            System.exit(openWindow(paths, err));
        }
        System.exit(new CommandLineProgram(Commands.forWords(arguments), out, err).run(arguments));
    }

    private static int openWindow(List<String> paths, PrintWriter err) {
        try {
            Application.launch(PosewrightApp.class, paths.toArray(String[]::new));
            return CommandLineProgram.SUCCESS;
        } catch (UnsupportedOperationException noDisplay) {
            err.println("posewright: no window can be opened (" + noDisplay.getMessage()
                    + "); start it on a desktop or set DISPLAY, or work without a window: posewright help");
            return CommandLineProgram.FAILED;
        }
    }

    /** Something that exists is meant to be opened; everything else is a command. */
    private static boolean isPath(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
