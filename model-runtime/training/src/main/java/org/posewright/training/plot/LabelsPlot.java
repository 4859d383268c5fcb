package org.posewright.training.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;
import org.posewright.training.data.TrainableLabels;

/** {@code labels.jpg}: how many of each class, boxes laid over one another, and where their centres and sizes lie. */
public final class LabelsPlot {

    private static final int PANEL = 520;
    private static final int MARGIN = 44;
    private static final int MAX_BOXES = 500;
    private static final int CELLS = 50;
    private static final double LETTER = 9;
    private static final double TITLE_LETTER = 11;

    private LabelsPlot() {}

    /** A box as fractions of its picture. */
    private record Shape(double x, double y, double width, double height, int category) {}

    public static Picture draw(List<ImageRecord> images, List<String> classNames) {
        List<Shape> shapes = images.stream().flatMap(LabelsPlot::shapes).toList();
        try (PictureCanvas canvas = PictureCanvas.blank(2 * PANEL, 2 * PANEL, Ink.WHITE)) {
            histogram(canvas, shapes, classNames);
            overlay(canvas, shapes);
            density(canvas, shapes, true);
            density(canvas, shapes, false);
            return canvas.toPicture();
        }
    }

    private static Stream<Shape> shapes(ImageRecord image) {
        double width = image.size().width();
        double height = image.size().height();
        return TrainableLabels.of(image).stream().map(person -> shape(person, width, height));
    }

    private static Shape shape(PersonInstance person, double width, double height) {
        Box box = person.box();
        return new Shape(
                box.centerX() / width,
                box.centerY() / height,
                box.width() / width,
                box.height() / height,
                person.categoryIndex());
    }

    private static void title(PictureCanvas canvas, String text, int left, int top) {
        double width = PictureCanvas.textWidth(text, TITLE_LETTER);
        canvas.text(text, left + (PANEL - width) / 2, top + 24.0, TITLE_LETTER, Ink.BLACK);
    }

    private static void histogram(PictureCanvas canvas, List<Shape> shapes, List<String> classNames) {
        title(canvas, "labels of each class", 0, 0);
        long[] counts = new long[classNames.size()];
        shapes.forEach(shape -> counts[Math.min(shape.category, counts.length - 1)]++);
        long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double step = (PANEL - 2.0 * MARGIN) / counts.length;
        double bottom = PANEL - MARGIN;
        for (int i = 0; i < counts.length; i++) {
            double left = MARGIN + i * step + step * 0.15;
            double right = MARGIN + (i + 1) * step - step * 0.15;
            double top = bottom - counts[i] / (double) most * (PANEL - 2.0 * MARGIN - 20);
            canvas.fill(left, top, right, bottom, Ink.ofSeries(i));
            canvas.text(Long.toString(counts[i]), (left + right) / 2 - LETTER, top - 6, LETTER, Ink.BLACK);
            double nameWidth = PictureCanvas.textWidth(classNames.get(i), LETTER);
            canvas.text(classNames.get(i), (left + right - nameWidth) / 2, bottom + 18, LETTER, Ink.GREY);
        }
        canvas.line(MARGIN, bottom, PANEL - MARGIN, bottom, Ink.GREY, 1);
    }

    private static void overlay(PictureCanvas canvas, List<Shape> shapes) {
        title(canvas, "boxes about one centre", PANEL, 0);
        double middleX = 1.5 * PANEL;
        double middleY = 0.5 * PANEL;
        double size = PANEL - 2.0 * MARGIN;
        canvas.frame(middleX - size / 2, middleY - size / 2, middleX + size / 2, middleY + size / 2, Ink.LIGHT, 1);
        shapes.stream().limit(MAX_BOXES).forEach(shape -> {
            double halfWidth = Math.min(1, shape.width) * size / 2;
            double halfHeight = Math.min(1, shape.height) * size / 2;
            canvas.frame(
                    middleX - halfWidth,
                    middleY - halfHeight,
                    middleX + halfWidth,
                    middleY + halfHeight,
                    Ink.ofSeries(shape.category),
                    1);
        });
    }

    private static void density(PictureCanvas canvas, List<Shape> shapes, boolean isCentre) {
        int left = isCentre ? 0 : PANEL;
        title(canvas, isCentre ? "centres of boxes" : "sizes of boxes", left, PANEL);
        int[][] counts = new int[CELLS][CELLS];
        int most = 1;
        for (Shape shape : shapes) {
            int column = cell(isCentre ? shape.x : shape.width);
            int row = cell(isCentre ? shape.y : 1 - shape.height);
            most = Math.max(most, ++counts[row][column]);
        }
        double size = PANEL - 2.0 * MARGIN;
        double originX = left + MARGIN;
        double originY = PANEL + MARGIN;
        double cell = size / CELLS;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                if (counts[row][column] > 0) {
                    double x = originX + column * cell;
                    double y = originY + row * cell;
                    canvas.fill(x, y, x + cell, y + cell, Ink.shade(0.2 + 0.8 * counts[row][column] / (double) most));
                }
            }
        }
        canvas.frame(originX, originY, originX + size, originY + size, Ink.GREY, 1);
        String xLabel = isCentre ? "x / picture width" : "width / picture width";
        canvas.text(xLabel, originX + size / 2 - 60, originY + size + 24, LETTER, Ink.BLACK);
        String yLabel = isCentre ? "y / picture height" : "height / picture height";
        canvas.textUpwards(yLabel, left + 22.0, originY + size / 2, LETTER, Ink.BLACK);
    }

    private static int cell(double share) {
        return (int) Math.max(0, Math.min(CELLS - 1, share * CELLS));
    }
}
