package org.posewright.app.viewmodel.inspector;

/** How an OKS is coloured; the number itself always stands beside the colour. */
public enum OksGrade {
    GOOD,
    FAIR,
    POOR;

    private static final double GOOD_FROM = 0.85;
    private static final double FAIR_FROM = 0.6;

    public static OksGrade of(double oks) {
        return oks >= GOOD_FROM ? GOOD : oks >= FAIR_FROM ? FAIR : POOR;
    }

    /** Style class of a badge. */
    public String styleClass() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
