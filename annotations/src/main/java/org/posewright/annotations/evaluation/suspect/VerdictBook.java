package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;

/**
 * The verdicts on a dataset's pictures, and their text form: one line for each, verdict, tabulator, picture. Immutable; a later verdict
 * on the same picture replaces the earlier one.
 */
public record VerdictBook(Map<ImageKey, Verdict> verdicts) {

    public static final VerdictBook EMPTY = new VerdictBook(Map.of());

    public VerdictBook {
        verdicts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    public Optional<Verdict> of(ImageKey image) {
        return Optional.ofNullable(verdicts.get(image));
    }

    /** This book with a verdict. */
    public VerdictBook with(ImageKey image, Verdict verdict) {
        Map<ImageKey, Verdict> changed = new LinkedHashMap<>(verdicts);
        changed.put(image, verdict);
        return new VerdictBook(changed);
    }

    /** This book without a verdict on a picture. */
    public VerdictBook without(ImageKey image) {
        Map<ImageKey, Verdict> changed = new LinkedHashMap<>(verdicts);
        changed.remove(image);
        return new VerdictBook(changed);
    }

    /** The text form. */
    public List<String> toLines() {
        List<String> lines = new ArrayList<>();
        verdicts.forEach((image, verdict) -> lines.add(verdict + "\t" + image.path()));
        return lines;
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException naming the line that is no verdict
     */
    public static VerdictBook ofLines(List<String> lines) {
        Map<ImageKey, Verdict> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (tab < 0 || tab == line.length() - 1) {
                throw new IllegalArgumentException("line " + (i + 1) + " is not a verdict, a tabulator and a picture: '"
                        + line + "'; remove the line");
            }
            verdicts.put(new ImageKey(line.substring(tab + 1)), verdictOf(line.substring(0, tab), i + 1));
        }
        return new VerdictBook(verdicts);
    }

    private static Verdict verdictOf(String word, int line) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException(
                "line " + line + " has the unknown verdict '" + word + "'; use LABEL_WRONG, MODEL_WRONG or BOTH_FINE");
    }
}
