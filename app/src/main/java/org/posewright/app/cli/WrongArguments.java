package org.posewright.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in one sentence what is wrong with the words of a command line, with the nearest name that there is. */
final class WrongArguments {

    private WrongArguments() {}

    static String sentence(CommandLine.ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        List<String> unknown = new ArrayList<>(command.getUnmatchedArguments());
        if (unknown.isEmpty() && problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            unknown.addAll(unmatched.getUnmatched());
        }
        if (!unknown.isEmpty()) {
            return unknown(command, unknown.get(0));
        }
        if (problem instanceof CommandLine.MissingParameterException missing) {
            List<String> names = missing.getMissing().stream()
                    .filter(ArgSpec::isOption)
                    .map(spec -> ((OptionSpec) spec).longestName() + "=")
                    .toList();
            if (!names.isEmpty()) {
                return command.getCommandName() + " needs " + String.join(" and ", names);
            }
        }
        return String.valueOf(problem.getMessage())
                .replace("Invalid value for option", "wrong value for")
                .replaceFirst("is not an? (int|long)\\b.*", "is not a whole number")
                .replaceFirst("is not an? double\\b.*", "is not a number");
    }

    /**
     * A value made of arguments, where the maker knows which are possible.
     *
     * @throws CommandLine.ParameterException with the maker's sentence if it refuses them
     */
    static <T> T judged(CommandSpec command, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException refused) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    /**
     * Refuses numbers that are too small.
     *
     * @throws CommandLine.ParameterException naming the argument and the least number
     */
    static void requireAtLeast(CommandSpec command, String name, int value, int least) {
        if (value < least) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), name + " must be at least " + least + ", not " + value);
        }
    }

    /**
     * Refuses what is no share.
     *
     * @throws CommandLine.ParameterException naming the argument
     */
    static void requireFraction(CommandSpec command, String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), name + " must lie between 0 and 1, not " + value);
        }
    }

    private static String unknown(CommandLine command, String word) {
        int equals = word.indexOf('=');
        boolean isCommand = equals < 0 && !command.getSubcommands().isEmpty();
        String name = equals < 0 ? word : word.substring(0, equals);
        List<String> names = isCommand
                ? List.copyOf(command.getSubcommands().keySet())
                : command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName)
                        .toList();
        Optional<String> nearest = nearest(name, names);
        if (isCommand) {
            return "there is no command '" + name + "'"
                    + nearest.map(found -> "; did you mean '" + found + "'?").orElse("");
        }
        return "there is no argument '" + name + "'"
                + nearest.map(found -> "; did you mean " + found + "=?").orElse("")
                + (equals < 0 ? " Arguments are written name=value." : "");
    }

    /** The name that takes the fewest letters to change; one that begins the word, or is begun by it, counts as nearest. */
    static Optional<String> nearest(String word, List<String> names) {
        String typed = word.toLowerCase(Locale.ROOT).replaceFirst("^-+", "");
        return typed.isEmpty()
                ? Optional.empty()
                : names.stream().min(Comparator.comparingInt(name -> cost(typed, name)));
    }

    private static int cost(String typed, String name) {
        return typed.startsWith(name) || name.startsWith(typed) ? 0 : distance(typed, name);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
