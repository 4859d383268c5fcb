package org.posewright.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns what people type into what the parser expects: a leading task word ({@code pose train …}) is dropped as in Ultralytics'
 * command line, and {@code COMMAND help} asks for the help of that command.
 */
final class ArgumentNames {

    private static final String TASK = "pose";
    private static final String HELP = "help";

    private ArgumentNames() {}

    static String[] normalize(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.size() > 1 && words.get(0).equals(TASK)) {
            words.remove(0);
        }
        boolean first = !words.isEmpty() && words.get(0).equals(HELP);
        boolean last = !words.isEmpty() && words.get(words.size() - 1).equals(HELP);
        if (first || last) {
            words.remove(first ? 0 : words.size() - 1);
            words.add("--help");
        }
        return words.toArray(String[]::new);
    }
}
