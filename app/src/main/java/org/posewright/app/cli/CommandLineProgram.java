package org.posewright.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Runs one command. Exit codes: 0 success, 1 failed work, 2 wrong arguments; a failure is one sentence on the error stream.
 *
 * <p>A command is a {@code Callable<Integer>} annotated with picocli's {@code @Command}; its arguments are options whose names
 * have no dashes, so {@code imgsz=640} is what a person types.
 */
public final class CommandLineProgram {

    public static final int SUCCESS = 0;
    public static final int FAILED = 1;
    public static final int WRONG_ARGUMENTS = 2;

    private final CommandLine commandLine;

    /**
     * @param commands one {@code @Command} object each
     * @param out where results go
     * @param err where complaints go
     */
    public CommandLineProgram(List<? extends Callable<Integer>> commands, PrintWriter out, PrintWriter err) {
        commandLine = new CommandLine(new RootCommand());
        commands.forEach(command -> commandLine.addSubcommand(parser(command)));
        commandLine.getSubcommands().values().forEach(CommandLineProgram::offerHelp);
        commandLine
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setAbbreviatedOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false)
                .setParameterExceptionHandler((problem, words) -> complain(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> fail(problem, command));
    }

    /** Runs the command named by the first word and returns its exit code. */
    public int run(String... arguments) {
        int exitCode = commandLine.execute(ArgumentNames.normalize(arguments));
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return exitCode;
    }

    /** For a command and its members. */
    private static void offerHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .hidden(true)
                        .arity("0")
                        .build());
        command.getSubcommands().values().forEach(CommandLineProgram::offerHelp);
    }

    private static CommandLine parser(Callable<Integer> command) {
        CommandLine parser = new CommandLine(command);
        if (command instanceof CommandGroup group) {
            group.members().forEach(parser::addSubcommand);
        }
        return parser;
    }

    private static int complain(CommandLine.ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String helpHint = command.getCommandSpec().qualifiedName() + " help";
        command.getErr()
                .println("posewright: " + oneLine(WrongArguments.sentence(problem)) + " (see '" + helpHint + "')");
        return WRONG_ARGUMENTS;
    }

    private static int fail(Exception problem, CommandLine command) {
        Optional<String> sentence = FailureSentence.of(problem);
        // Made here and not up there: the log's own start takes longer than a quick command.
        Logger log = LoggerFactory.getLogger(CommandLineProgram.class);
        log.debug("{} failed", command.getCommandName(), problem);
        command.getErr()
                .println("posewright: "
                        + sentence.map(CommandLineProgram::oneLine).orElse("failed with " + problem));
        if (sentence.isEmpty()) {
            log.error("{} failed", command.getCommandName(), problem);
        }
        return FAILED;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @CommandLine.Command(
            name = "posewright",
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            synopsisHeading = "",
            customSynopsis = {
                "Usage: posewright [gui] [FOLDER|FILE]        open the window",
                "       posewright COMMAND key=value ...      work without a window",
                "       posewright COMMAND help               explain a command"
            },
            commandListHeading = "%nCommands:%n")
    private static final class RootCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getOut());
            return SUCCESS;
        }
    }
}
