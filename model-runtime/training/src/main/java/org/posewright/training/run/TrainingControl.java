package org.posewright.training.run;

import java.util.Locale;

/** Asked between two steps: what does the person want? */
@FunctionalInterface
public interface TrainingControl {

    /** Nobody wants anything but training. */
    TrainingControl NONE = () -> Wish.RUN;

    Wish wish();

    /** Both: the stronger wish counts. */
    default TrainingControl and(TrainingControl other) {
        return () -> {
            Wish mine = wish();
            Wish theirs = other.wish();
            return mine.compareTo(theirs) >= 0 ? mine : theirs;
        };
    }

    /** Wishes, the strongest last. */
    enum Wish {
        RUN,
        PAUSE,
        STOP,
        CANCEL;

        /** {@link #RUN} for anything that is no wish. */
        public static Wish of(String word) {
            String wanted = word.strip().toUpperCase(Locale.ROOT);
            for (Wish wish : values()) {
                if (wish.name().equals(wanted)) {
                    return wish;
                }
            }
            return RUN;
        }
    }
}
