package org.posewright.app.canvas.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of short texts in one font, remembered: measuring lays text out and is too slow for every paint. FX thread only. */
public final class TextWidths {

    private static final int REMEMBERED = 2000;

    private final Text measure = new Text();
    private final Map<String, Double> known = new LinkedHashMap<>(64, 0.75f, true);

    public TextWidths(Font font) {
        measure.setFont(font);
    }

    public double of(String text) {
        Double width = known.get(text);
        if (width == null) {
            measure.setText(text);
            width = measure.getLayoutBounds().getWidth();
            known.put(text, width);
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return width;
    }
}
