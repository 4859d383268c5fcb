package org.posewright.app.bootstrap;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.posewright.app.cli.CommandLineProgram;
import org.posewright.app.cli.Commands;

/** The main class of the distribution: decides between window and command line before any toolkit is loaded. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLineProgram program = new CommandLineProgram(Commands.all(), out, err);
        System.exit(program.run(arguments));
    }
}
