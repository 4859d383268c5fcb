package org.posewright.app.view.evaluation;

import java.util.Locale;
import javafx.util.StringConverter;

/** Labels of an axis that counts: nothing stands at a half. */
final class WholeNumbers extends StringConverter<Number> {

    private static final double TOLERANCE = 1e-9;

    @Override
    public String toString(Number value) {
        double rounded = Math.rint(value.doubleValue());
        return Math.abs(value.doubleValue() - rounded) < TOLERANCE ? String.format(Locale.ROOT, "%.0f", rounded) : "";
    }

    @Override
    public Number fromString(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
