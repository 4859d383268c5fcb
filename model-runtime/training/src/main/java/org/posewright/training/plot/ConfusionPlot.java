package org.posewright.training.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.posewright.annotations.evaluation.ultralytics.ConfusionMatrix;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;

/** A confusion matrix as a picture: predicted classes in rows, labelled ones in columns, the background last. */
public final class ConfusionPlot {

    private static final int SIDE = 760;
    private static final int LEFT = 130;
    private static final int TOP = 50;
    private static final int RIGHT = 30;
    private static final int BOTTOM = 80;
    private static final double LETTER = 10;
    private static final double TITLE_LETTER = 12;
    private static final double MAX_NUMBER_LETTER = 16;
    /** Numbers in smaller cells cannot be read. */
    private static final double MIN_CELL = 26;

    private ConfusionPlot() {}

    /**
     * @param isShare whether cells show shares of their columns instead of counts
     */
    public static Picture draw(ConfusionMatrix matrix, List<String> classNames, boolean isShare) {
        List<String> names = new ArrayList<>(classNames);
        names.add("background");
        int size = names.size();
        double[][] values = values(matrix, size, isShare);
        double side = SIDE - LEFT - RIGHT;
        double cell = side / size;
        try (PictureCanvas canvas = PictureCanvas.blank(SIDE, TOP + (int) side + BOTTOM, Ink.WHITE)) {
            center(
                    canvas,
                    isShare ? "confusion matrix, shares of labels" : "confusion matrix, boxes",
                    LEFT + side / 2,
                    TOP - 20,
                    TITLE_LETTER,
                    Ink.BLACK);
            double most = most(values);
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    double share = most > 0 ? values[row][column] / most : 0;
                    cell(canvas, LEFT + column * cell, TOP + row * cell, cell, values[row][column], share, isShare);
                }
            }
            canvas.frame(LEFT, TOP, LEFT + side, TOP + side, Ink.GREY, 1);
            names(canvas, names, cell, side);
            return canvas.toPicture();
        }
    }

    private static double[][] values(ConfusionMatrix matrix, int size, boolean isShare) {
        double[][] values = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                values[row][column] = isShare ? matrix.share(row, column) : matrix.count(row, column);
            }
        }
        return values;
    }

    private static double most(double[][] values) {
        double most = 0;
        for (double[] row : values) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        return most;
    }

    private static void cell(
            PictureCanvas canvas, double left, double top, double side, double value, double share, boolean isShare) {
        canvas.fill(left, top, left + side, top + side, Ink.shade(share));
        canvas.frame(left, top, left + side, top + side, Ink.LIGHT, 1);
        if (value == 0 || side < MIN_CELL) {
            return;
        }
        String text = isShare ? String.format(Locale.ROOT, "%.2f", value) : Long.toString(Math.round(value));
        double letter = Math.min(MAX_NUMBER_LETTER, side / 5);
        center(canvas, text, left + side / 2, top + side / 2 + letter / 2, letter, share > 0.5 ? Ink.WHITE : Ink.BLACK);
    }

    private static void names(PictureCanvas canvas, List<String> names, double cell, double side) {
        int step = (int) Math.max(1, Math.ceil((LETTER + 4) / cell));
        for (int i = 0; i < names.size(); i += step) {
            String row = shortened(names.get(i), LEFT - 44);
            double width = PictureCanvas.textWidth(row, LETTER);
            canvas.text(row, LEFT - width - 8, TOP + (i + 0.5) * cell + LETTER / 2, LETTER, Ink.BLACK);
            boolean hasRoom = cell * step > PictureCanvas.textWidth("background", LETTER);
            if (hasRoom) {
                String column = shortened(names.get(i), cell * step);
                center(canvas, column, LEFT + (i + 0.5) * cell, TOP + side + LETTER + 10, LETTER, Ink.BLACK);
            }
        }
        center(canvas, "labelled", LEFT + side / 2, TOP + side + 56, LETTER, Ink.BLACK);
        canvas.textUpwards("predicted", 14, TOP + side / 2, LETTER, Ink.BLACK);
    }

    private static String shortened(String name, double width) {
        String text = name;
        while (text.length() > 1 && PictureCanvas.textWidth(text, LETTER) > width) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static void center(PictureCanvas canvas, String text, double x, double baseline, double letter, Ink ink) {
        canvas.text(text, x - PictureCanvas.textWidth(text, letter) / 2, baseline, letter, ink);
    }
}
