package org.posewright.training.plot;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.Skeleton;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SamplePerson;

/**
 * A batch as one picture: up to 16 samples in a grid filled column by column, with file names, boxes and skeletons. Visible points are
 * discs, occluded ones rings.
 */
public final class BatchPlot {

    private static final int MAX_TILES = 16;
    private static final int MAX_SIDE_PIXELS = 1920;
    private static final int MAX_NAME = 40;
    private static final double LETTER = 10;

    private final Skeleton skeleton;

    public BatchPlot(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /**
     * A person to draw, in pixels of its picture.
     *
     * @param box left, top, right, bottom
     * @param xy x and y of each point in turn
     * @param shown 0 hides a point, 1 draws a ring, 2 a disc
     */
    public record Figure(String caption, double[] box, double[] xy, int[] shown) {}

    /** A picture with its people. */
    public record Tile(String name, Picture picture, List<Figure> figures) {
        public Tile {
            figures = List.copyOf(figures);
        }
    }

    /** The tiles of training samples with the labels that the trainer sees. */
    public static List<Tile> tiles(List<Sample> samples) {
        List<Tile> tiles = new ArrayList<>();
        for (Sample sample : samples) {
            List<Figure> figures = new ArrayList<>();
            sample.people().forEach(person -> figures.add(figure(person)));
            tiles.add(new Tile(sample.tiles().get(0).source().fileName(), sample.picture(), figures));
        }
        return tiles;
    }

    private static Figure figure(SamplePerson person) {
        int count = person.points().size();
        double[] xy = new double[2 * count];
        int[] shown = new int[count];
        for (int k = 0; k < count; k++) {
            xy[2 * k] = person.points().x(k);
            xy[2 * k + 1] = person.points().y(k);
            shown[k] = person.points().visibility(k);
        }
        double[] box = {
            person.box().left(),
            person.box().top(),
            person.box().right(),
            person.box().bottom()
        };
        return new Figure("", box, xy, shown);
    }

    public Picture draw(List<Tile> all) {
        List<Tile> tiles = all.subList(0, Math.min(MAX_TILES, all.size()));
        int grid = (int) Math.ceil(Math.sqrt(tiles.size()));
        int tileWidth = tiles.stream().mapToInt(t -> t.picture.width()).max().orElse(1);
        int tileHeight = tiles.stream().mapToInt(t -> t.picture.height()).max().orElse(1);
        double scale = Math.min(1, MAX_SIDE_PIXELS / (double) (grid * Math.max(tileWidth, tileHeight)));
        int cellWidth = (int) Math.floor(tileWidth * scale);
        int cellHeight = (int) Math.floor(tileHeight * scale);
        int columns = (tiles.size() + grid - 1) / grid;
        try (PictureCanvas canvas = PictureCanvas.blank(columns * cellWidth, grid * cellHeight, Ink.WHITE)) {
            for (int i = 0; i < tiles.size(); i++) {
                paint(canvas, tiles.get(i), i / grid * cellWidth, i % grid * cellHeight, scale);
            }
            return canvas.toPicture();
        }
    }

    private void paint(PictureCanvas canvas, Tile tile, int left, int top, double scale) {
        int width = (int) Math.floor(tile.picture.width() * scale);
        int height = (int) Math.floor(tile.picture.height() * scale);
        canvas.paste(tile.picture, left, top, width, height);
        for (int i = 0; i < tile.figures.size(); i++) {
            paint(canvas, tile.figures.get(i), left, top, scale, Ink.ofSeries(i));
        }
        canvas.frame(left, top, left + width - 1.0, top + height - 1.0, Ink.WHITE, 1);
        String name = tile.name.length() > MAX_NAME ? tile.name.substring(0, MAX_NAME) : tile.name;
        double nameWidth = PictureCanvas.textWidth(name, LETTER);
        canvas.fill(left + 2, top + 2, left + nameWidth + 10, top + LETTER + 12, Ink.BLACK);
        canvas.text(name, left + 6, top + LETTER + 6, LETTER, Ink.WHITE);
    }

    /** In the upper left corner of a box, on its colour: legible on any picture. */
    private static void caption(PictureCanvas canvas, String text, double left, double top, Ink ink) {
        double letter = LETTER - 2;
        canvas.fill(left, top, left + PictureCanvas.textWidth(text, letter) + 4, top + letter + 5, ink);
        canvas.text(text, left + 2, top + letter + 2, letter, Ink.WHITE);
    }

    private void paint(PictureCanvas canvas, Figure figure, int left, int top, double scale, Ink ink) {
        double[] box = figure.box;
        canvas.frame(left + box[0] * scale, top + box[1] * scale, left + box[2] * scale, top + box[3] * scale, ink, 1);
        if (!figure.caption.isEmpty()) {
            caption(canvas, figure.caption, left + Math.max(0, box[0] * scale), top + Math.max(0, box[1] * scale), ink);
        }
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (figure.shown[limb.from()] > 0 && figure.shown[limb.to()] > 0) {
                canvas.line(
                        left + figure.xy[2 * limb.from()] * scale,
                        top + figure.xy[2 * limb.from() + 1] * scale,
                        left + figure.xy[2 * limb.to()] * scale,
                        top + figure.xy[2 * limb.to() + 1] * scale,
                        ink,
                        2);
            }
        }
        for (int k = 0; k < figure.shown.length; k++) {
            double x = left + figure.xy[2 * k] * scale;
            double y = top + figure.xy[2 * k + 1] * scale;
            if (figure.shown[k] == 2) {
                canvas.disc(x, y, 3.5, Ink.WHITE);
                canvas.disc(x, y, 2.5, ink);
            } else if (figure.shown[k] == 1) {
                canvas.ring(x, y, 3, ink, 1);
            }
        }
    }
}
