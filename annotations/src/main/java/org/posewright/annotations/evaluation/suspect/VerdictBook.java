package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;

/**
 * The verdicts on a dataset's pictures, people, joints and predictions, and their text form: one line for each, verdict, tabulator,
 * picture, and where it is about a part of the picture another tabulator and {@link VerdictSubject#phrase()}. Immutable; a later
 * verdict on the same subject replaces the earlier one.
 */
public record VerdictBook(Map<VerdictSubject, Verdict> verdicts) {

    public static final VerdictBook EMPTY = new VerdictBook(Map.of());

    public VerdictBook {
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /** The verdict on exactly this subject. */
    public Optional<Verdict> on(VerdictSubject subject) {
        return Optional.ofNullable(verdicts.get(subject));
    }

    /** The verdict on a subject, or on the whole picture where the part has none of its own. */
    public Optional<Verdict> of(VerdictSubject subject) {
        return on(subject).or(() -> on(VerdictSubject.ofPicture(subject.image())));
    }

    /** This book with a verdict. */
    public VerdictBook with(VerdictSubject subject, Verdict verdict) {
        Map<VerdictSubject, Verdict> changed = new LinkedHashMap<>(verdicts);
        changed.put(subject, verdict);
        return new VerdictBook(changed);
    }

    /** This book without a verdict on a subject. */
    public VerdictBook without(VerdictSubject subject) {
        Map<VerdictSubject, Verdict> changed = new LinkedHashMap<>(verdicts);
        changed.remove(subject);
        return new VerdictBook(changed);
    }

    /** The text form. */
    public List<String> toLines() {
        List<String> lines = new ArrayList<>();
        verdicts.forEach((subject, verdict) -> {
            String phrase = subject.phrase();
            lines.add(verdict + "\t" + subject.image().path() + (phrase.isEmpty() ? "" : "\t" + phrase));
        });
        return lines;
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException naming the line that is no verdict
     */
    public static VerdictBook ofLines(List<String> lines) {
        Map<VerdictSubject, Verdict> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (tab < 0 || tab == line.length() - 1) {
                throw new IllegalArgumentException("line " + (i + 1) + " is not a verdict, a tabulator and a picture: '"
                        + line + "'; remove the line");
            }
            verdicts.put(subjectOf(line.substring(tab + 1)), verdictOf(line.substring(0, tab), i + 1));
        }
        return new VerdictBook(verdicts);
    }

    /** A picture's name may hold a tabulator itself: only a phrase behind the last one is a part of the picture. */
    private static VerdictSubject subjectOf(String text) {
        int last = text.lastIndexOf('\t');
        Optional<VerdictSubject> part = last <= 0
                ? Optional.empty()
                : VerdictSubject.ofPhrase(new ImageKey(text.substring(0, last)), text.substring(last + 1));
        return part.orElseGet(() -> VerdictSubject.ofPicture(new ImageKey(text)));
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
