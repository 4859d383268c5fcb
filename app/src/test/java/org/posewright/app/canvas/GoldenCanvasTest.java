package org.posewright.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.canvas.geometry.HitTarget;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Focus;
import org.posewright.app.canvas.layer.Interaction;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.canvas.layer.OverlayOptions.Switch;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.theme.Theme;
import org.posewright.app.theme.ThemeService;

/**
 * What the canvas paints, pixel by pixel, against pictures in the repository: visibility 2, 1 and 0, limbs, prediction rings with dashed
 * limbs, boxes, ignore regions, error vectors; in both themes, and close by. No text, since typefaces differ between machines. Fixed
 * size and zoom, software pipeline. {@code -Dposewright.golden=update} writes the pictures anew; look at them before they are committed.
 */
@ExtendWith(HeadlessFx.class)
class GoldenCanvasTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final int WIDTH = 360;
    private static final int HEIGHT = 260;
    private static final ImageSize PICTURE = new ImageSize(360, 260);

    /** A channel may be off by so many levels before the pixel counts: rounding of edges. */
    private static final int LEVELS = 40;

    /** One hollow disc instead of a full one is more than this. */
    private static final int MOST_PIXELS = 10;

    private static final double MOST_MEAN_LEVELS = 0.3;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void labelsAndPredictions(Theme theme) throws Exception {
        check(
                "canvas-" + theme.name().toLowerCase(java.util.Locale.ROOT),
                paint(theme, scene(Visibility.OCCLUDED), 0.9));
    }

    @Test
    void closeBy() throws Exception {
        check("canvas-close", paint(Theme.DARK, scene(Visibility.OCCLUDED), 2.5));
    }

    @Test
    void oneFlagIsEnoughToBeNoticed() throws Exception {
        BufferedImage hollow = paint(Theme.DARK, scene(Visibility.OCCLUDED), 1);
        BufferedImage full = paint(Theme.DARK, scene(Visibility.VISIBLE), 1);
        assertThat(Difference.between(hollow, full).pixels).isGreaterThan(MOST_PIXELS);
    }

    /** A point may lose its label while the pointer rests on it; it has no place any more. */
    @Test
    void noRingAroundAPointWithoutALabel() throws Exception {
        CanvasScene shown = scene(Visibility.UNLABELED);
        BufferedImage calm = paint(Theme.DARK, shown, 1);
        BufferedImage over = paint(Theme.DARK, shown, 1, new HitTarget.OnKeypoint(1, 9));
        assertThat(Difference.between(calm, over)).isEqualTo(new Difference(0, 0));
    }

    private static void check(String name, BufferedImage painted) throws IOException {
        String file = name + ".png";
        if ("update".equals(System.getProperty("posewright.golden"))) {
            Files.createDirectories(FOLDER);
            ImageIO.write(painted, "png", FOLDER.resolve(file).toFile());
            return;
        }
        BufferedImage golden;
        try (InputStream in = GoldenCanvasTest.class.getResourceAsStream("/golden/" + file)) {
            assertThat(in)
                    .as("golden picture " + file + "; run with -Dposewright.golden=update")
                    .isNotNull();
            golden = ImageIO.read(in);
        }
        Difference difference = Difference.between(golden, painted);
        if (difference.pixels > MOST_PIXELS || difference.meanLevels > MOST_MEAN_LEVELS) {
            Path actual = Path.of("target", "golden", file);
            Files.createDirectories(actual.getParent());
            ImageIO.write(painted, "png", actual.toFile());
            assertThat(difference).as("what was painted lies in " + actual).isEqualTo(new Difference(0, 0));
        }
    }

    /** How many pixels are clearly different, and by how many levels a channel differs in the mean. */
    private record Difference(int pixels, double meanLevels) {

        static Difference between(BufferedImage first, BufferedImage second) {
            assertThat(second.getWidth()).isEqualTo(first.getWidth());
            assertThat(second.getHeight()).isEqualTo(first.getHeight());
            int pixels = 0;
            long sum = 0;
            for (int y = 0; y < first.getHeight(); y++) {
                for (int x = 0; x < first.getWidth(); x++) {
                    int a = first.getRGB(x, y);
                    int b = second.getRGB(x, y);
                    int largest = 0;
                    for (int shift = 0; shift < 24; shift += 8) {
                        int off = Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                        sum += off;
                        largest = Math.max(largest, off);
                    }
                    pixels += largest > LEVELS ? 1 : 0;
                }
            }
            return new Difference(pixels, sum / (3.0 * first.getWidth() * first.getHeight()));
        }
    }

    private static BufferedImage paint(Theme theme, CanvasScene shown, double zoom, HitTarget... under)
            throws Exception {
        return onFx(() -> {
            ThemeService themes = new ThemeService(Locale.ROOT);
            themes.themeProperty().set(theme);
            PoseCanvas canvas = new PoseCanvas(themes);
            Scene window = new Scene(canvas, WIDTH, HEIGHT);
            themes.dress(window.getStylesheets());
            canvas.pictureProperty().set(backdrop());
            canvas.poseSceneProperty().set(shown);
            canvas.applyCss();
            canvas.layout();
            canvas.show(ViewTransform.centered(
                    zoom > 1 ? 92 : PICTURE.width() / 2.0,
                    zoom > 1 ? 90 : PICTURE.height() / 2.0,
                    zoom,
                    WIDTH,
                    HEIGHT));
            canvas.interactionProperty()
                    .set(Interaction.NONE.at(WIDTH, HEIGHT, Arrays.stream(under).findFirst()));
            canvas.paintNow();
            return pixels(canvas.snapshot(null, null));
        });
    }

    private static BufferedImage pixels(WritableImage snapshot) {
        int width = (int) snapshot.getWidth();
        int height = (int) snapshot.getHeight();
        int[] argb = new int[width * height];
        snapshot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    /** Bands from dark to light, so that strokes lie on light and on dark. */
    private static WritableImage backdrop() {
        WritableImage picture = new WritableImage(PICTURE.width(), PICTURE.height());
        for (int y = 0; y < PICTURE.height(); y++) {
            for (int x = 0; x < PICTURE.width(); x++) {
                int grey = 60 + 20 * (x / 60);
                picture.getPixelWriter().setArgb(x, y, 0xff000000 | grey << 16 | grey << 8 | grey);
            }
        }
        return picture;
    }

    /** A person with points of all flags and a prediction beside, a crowd, and somebody without labelled points. */
    private static CanvasScene scene(Visibility leftWrist) {
        PersonInstance person = PersonInstance.added(1, 0, new Box(40, 20, 110, 220), points(leftWrist));
        PersonInstance unlabeled = PersonInstance.added(2, 0, new Box(205, 30, 50, 90), none());
        PersonInstance crowd = new PersonInstance(
                3, 0, new Box(220, 150, 120, 90), none(), OptionalDouble.empty(), true, OptionalInt.of(0));
        PosePrediction prediction = prediction(person.keypoints());
        List<CanvasScene.ErrorVector> errors = List.of(new CanvasScene.ErrorVector(
                1,
                0,
                person.keypoints().x(0),
                person.keypoints().y(0),
                prediction.keypoints().get(0).x(),
                prediction.keypoints().get(0).y()));
        return new CanvasScene(
                PICTURE,
                Skeletons.COCO_PERSON,
                List.of(person, unlabeled, crowd),
                List.of(prediction),
                errors,
                Selection.NONE,
                OverlayOptions.DEFAULT.with(Switch.BOXES, true).with(Switch.ERRORS, true),
                Focus.EVERYBODY);
    }

    /** Somebody who stands; the right ear has no label, and every fourth point is hidden. */
    private static Keypoints points(Visibility leftWrist) {
        double[][] places = {
            {95, 40},
            {101, 34},
            {89, 34},
            {108, 38},
            {82, 38},
            {118, 70},
            {72, 70},
            {130, 105},
            {60, 105},
            {138, 140},
            {52, 140},
            {110, 145},
            {80, 145},
            {112, 190},
            {78, 190},
            {114, 232},
            {76, 232}
        };
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Visibility flag = i == 9 ? leftWrist : i % 4 == 0 && i > 0 ? Visibility.OCCLUDED : Visibility.VISIBLE;
            points.add(i == 4 ? Keypoint.UNLABELED : Keypoint.ofFile(places[i][0], places[i][1], flag));
        }
        return Keypoints.of(points);
    }

    private static Keypoints none() {
        return Keypoints.of(java.util.Collections.nCopies(Skeletons.COCO_PERSON.size(), Keypoint.UNLABELED));
    }

    /** The labels shifted, the legs of low confidence. */
    private static PosePrediction prediction(Keypoints labels) {
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            boolean placed = labels.isLabeled(i);
            points.add(new ScoredKeypoint(
                    (placed ? labels.x(i) : 82) + 9, (placed ? labels.y(i) : 38) + 6, i > 12 ? 0.1 : 0.9));
        }
        return new PosePrediction(new Box(50, 27, 112, 221), 0, 0.85, points);
    }
}
