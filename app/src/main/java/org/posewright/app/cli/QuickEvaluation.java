package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.evaluation.report.CocoLines;

/**
 * {@code eval gt=FILE results=FILE} and nothing else: what scripts run by the hundred. Done without the argument parser, whose classes
 * take longer to start than COCO val2017 takes to evaluate. Whatever is out of the ordinary is left to {@link EvalCommand}, failures
 * included: it meets them again and reports them.
 */
public final class QuickEvaluation {

    private static final String COMMAND = "eval";
    private static final String LABELS = "gt=";
    private static final String RESULTS = "results=";

    private QuickEvaluation() {}

    /** Whether the words were an evaluation of this kind and the ten numbers are printed; otherwise nothing happened. */
    public static boolean printed(String[] words, PrintWriter out) {
        String labels = value(words, LABELS);
        String results = value(words, RESULTS);
        if (words.length != 3 || !words[0].equals(COMMAND) || labels == null || results == null) {
            return false;
        }
        try {
            EvaluationFiles files = EvaluationFiles.read(Path.of(labels), Path.of(results));
            CocoLines.of(files.evaluate().summary()).forEach(out::println);
            out.flush();
            return true;
        } catch (IOException | CommandFailure | EvaluationException | InvalidPathException leftToTheCommand) {
            return false;
        }
    }

    private static @Nullable String value(String[] words, String prefix) {
        String found = null;
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith(prefix) && words[i].length() > prefix.length()) {
                found = words[i].substring(prefix.length());
            }
        }
        return found;
    }
}
