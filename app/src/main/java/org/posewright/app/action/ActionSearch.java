package org.posewright.app.action;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds actions by a few letters: every typed letter must occur in order; starts of words and runs of letters count most. */
public final class ActionSearch {

    private static final int WORD_START = 8;
    private static final int RUN = 10;
    private static final int PLAIN = 1;

    private ActionSearch() {}

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparing(Hit::isPossible).thenComparingInt(Hit::score).reversed();

    private record Hit(UiAction action, int score) {
        boolean isPossible() {
            return Boolean.TRUE.equals(action.enabled().getValue());
        }
    }

    /**
     * @param typed case and blanks do not matter; empty finds everything
     * @return what can be done now first, then best first, then as in the menus; with nothing typed just as in the menus
     */
    public static List<UiAction> find(List<UiAction> actions, String typed, Locale locale) {
        String wanted = typed.toLowerCase(locale).replace(" ", "");
        return actions.stream()
                .map(action -> new Hit(action, best(action, wanted, locale)))
                .filter(hit -> hit.score() >= 0)
                .sorted(wanted.isEmpty() ? (one, other) -> 0 : BEST_FIRST)
                .map(Hit::action)
                .toList();
    }

    private static int best(UiAction action, String wanted, Locale locale) {
        int name = score(action.text().toLowerCase(locale), wanted);
        int id = score(action.id(), wanted);
        // The hint is long, so that scattered letters would always be found in it; it must hold the text as it stands.
        boolean hint = action.hint().toLowerCase(locale).replace(" ", "").contains(wanted);
        return Math.max(name, Math.max(id - 1, hint ? 0 : -1));
    }

    /** -1 when the letters do not occur in order. */
    static int score(String text, String wanted) {
        int score = 0;
        int from = 0;
        int previous = -2;
        for (int i = 0; i < wanted.length(); i++) {
            int at = text.indexOf(wanted.charAt(i), from);
            if (at < 0) {
                return -1;
            }
            boolean start = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            score += at == previous + 1 ? RUN : start ? WORD_START : PLAIN;
            previous = at;
            from = at + 1;
        }
        return score;
    }
}
