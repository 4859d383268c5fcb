package org.posewright.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code bench}: measurements, each by its name. */
@CommandLine.Command(name = "bench", description = "measure the program on this machine")
final class BenchCommand implements CommandGroup {

    private final List<Callable<Integer>> members;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    BenchCommand(List<Callable<Integer>> members) {
        this.members = List.copyOf(members);
    }

    @Override
    public List<Callable<Integer>> members() {
        return members;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "bench needs the name of a measurement: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
