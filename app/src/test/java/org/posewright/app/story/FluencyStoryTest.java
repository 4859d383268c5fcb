package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;
import static org.posewright.app.fx.FxWait.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.bootstrap.CompositionRoot;
import org.posewright.app.bootstrap.PulseWatchdog;
import org.posewright.app.bootstrap.Settings;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.sample.BundledSample;

/**
 * The watchdog bites: no handling of input, no layout with painting and no arrival takes the FX thread more than its share of a frame
 * while somebody scrolls, pans and drags. Goes by the thread's processor time, which other work on the machine does not change.
 */
@ExtendWith(HeadlessFx.class)
class FluencyStoryTest {

    private static final long PATIENCE_SECONDS = 180;
    private static final int WINDOW_WIDTH = 1280;
    private static final int WINDOW_HEIGHT = 800;

    @TempDir
    Path folder;

    private final AgreeingDialogs dialogs = new AgreeingDialogs();
    private StoryWindow window;
    private CompositionRoot root;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Path sample = new BundledSample(folder).unpacked(ProgressListener.NONE, CancellationToken.NONE);
        window = StoryWindow.open(
                folder.resolve("home"),
                Settings.DEFAULT.withWindow(new Settings.WindowBounds(0, 0, WINDOW_WIDTH, WINDOW_HEIGHT, false)),
                (owner, theme, messages) -> dialogs);
        root = window.root();
        stage = window.stage();
        onFx(() -> {
            root.open(sample);
            return true;
        });
        until(
                PATIENCE_SECONDS,
                () -> root.models().editor().sceneProperty().get() != null
                        && root.models().pictures().pictureProperty().get() != null
                        && root.canvas().getWidth() > 0
                        && root.isWarm());
        settle();
        watchdog().forget();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(dialogs.complaints()).isEmpty();
    }

    @Test
    void zoomingAndPanningTakeNoMoreThanTheirShareOfAFrame() throws Exception {
        for (int i = 0; i < 24; i++) {
            double notch = i < 12 ? 40 : -40;
            onFx(() -> scroll(root.canvas().glass(), notch));
            pulse();
        }
        move(MouseButton.MIDDLE, 300, 200, 420, 330, 24);
        assertFluent();
    }

    @Test
    void draggingTakesNoMoreThanItsShareOfAFrame() throws Exception {
        double[] nose = firstPoint();
        move(MouseButton.PRIMARY, nose[0], nose[1], nose[0] + 60, nose[1] + 45, 30);
        until(PATIENCE_SECONDS, () -> root.models().status().hasUnsaved());
        pulse();
        assertFluent();
    }

    @Test
    void draggingWithPredictionsThatChangeTakesNoMoreThanItsShareOfAFrame() throws Exception {
        Path results = Files.writeString(folder.resolve("results.json"), results());
        onFx(() -> {
            root.models().predictions().showResults(results);
            return true;
        });
        until(
                PATIENCE_SECONDS,
                () -> root.models().comparisons().comparedProperty().get() > 5);
        settle();
        watchdog().forget();
        double[] nose = firstPoint();
        for (int i = 0; i < 6; i++) {
            double least = i % 2 == 0 ? 0.3 : 0.9;
            double from = 6.0 * i;
            // As when predictions arrive: everything that shows them is made anew.
            onFx(() -> {
                root.models().predictions().confidenceProperty().set(least);
                return true;
            });
            pulse();
            move(MouseButton.PRIMARY, nose[0] + from, nose[1], nose[0] + from + 6, nose[1], 6);
            until(PATIENCE_SECONDS, () -> Math.abs(firstPoint(root)[0] - nose[0] - from - 6) < 0.5);
        }
        settle();
        assertThat(root.models().editor().comparisonProperty().get()).isPresent();
        assertFluent();
    }

    @Test
    void scrollingThumbnailsTakesNoMoreThanItsShareOfAFrame() throws Exception {
        ListView<?> list = (ListView<?>) stage.getScene().lookup(".thumbnail-list");
        assertThat(list.getItems().size()).isGreaterThan(8);
        for (int i = 0; i < 30; i++) {
            double notch = i < 15 ? -40 : 40;
            onFx(() -> scroll(list.lookup(".virtual-flow"), notch));
            pulse();
        }
        assertFluent();
    }

    private void assertFluent() {
        assertThat(watchdog().longestMillis()).isNotEmpty();
        assertThat(watchdog().overBudget())
                .as("more than %.0f ms of processor time on the FX thread", PulseWatchdog.LIMIT_MILLIS)
                .isEmpty();
    }

    private PulseWatchdog watchdog() {
        return root.watchdog();
    }

    /** Where the first labelled point of the first person with one lies, in image pixels. */
    private double[] firstPoint() throws Exception {
        return onFx(() -> firstPoint(root));
    }

    private static double[] firstPoint(CompositionRoot root) {
        for (PersonInstance person :
                root.models().editor().record().orElseThrow().people()) {
            Keypoints points = person.keypoints();
            for (int i = 0; i < points.size(); i++) {
                if (points.isLabeled(i)) {
                    return new double[] {points.x(i), points.y(i)};
                }
            }
        }
        throw new AssertionError("the first picture of the sample has nobody to drag");
    }

    /** Presses, moves in steps with a pulse after each, releases; coordinates are image pixels. */
    private void move(MouseButton button, double fromX, double fromY, double toX, double toY, int steps)
            throws Exception {
        ViewTransform t = onFx(() -> root.canvas().transformProperty().get());
        Node glass = root.canvas().glass();
        onFx(() -> mouse(glass, MouseEvent.MOUSE_MOVED, MouseButton.NONE, t.viewX(fromX), t.viewY(fromY)));
        pulse();
        onFx(() -> mouse(glass, MouseEvent.MOUSE_PRESSED, button, t.viewX(fromX), t.viewY(fromY)));
        pulse();
        for (int step = 1; step <= steps; step++) {
            double x = fromX + (toX - fromX) * step / steps;
            double y = fromY + (toY - fromY) * step / steps;
            onFx(() -> mouse(glass, MouseEvent.MOUSE_DRAGGED, button, t.viewX(x), t.viewY(y)));
            pulse();
        }
        onFx(() -> mouse(glass, MouseEvent.MOUSE_RELEASED, button, t.viewX(toX), t.viewY(toY)));
        pulse();
    }

    private static boolean mouse(Node target, EventType<MouseEvent> type, MouseButton button, double x, double y) {
        Point2D at = target.localToScene(x, y);
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        false,
                        true,
                        false,
                        false,
                        null));
        return true;
    }

    private static boolean scroll(Node target, double deltaY) {
        Point2D at = target.localToScene(100, 120);
        Event.fireEvent(
                target,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        deltaY,
                        0,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(target, at.getX(), at.getY())));
        return true;
    }

    /** Labels moved by a few pixels, for every picture whose labels have been read. */
    private String results() throws Exception {
        List<ImageRecord> records = onFx(() -> {
            var session = root.models().workspace().session().orElseThrow();
            return session.source().entries().stream()
                    .flatMap(entry -> session.record(entry.key()).stream())
                    .toList();
        });
        List<String> people = new ArrayList<>();
        for (ImageRecord record : records) {
            String stem = record.key().fileName().replaceFirst("\\.[^.]*$", "");
            record.people().forEach(person -> people.add(detection(stem, person)));
        }
        return "[" + String.join(",", people) + "]";
    }

    private static String detection(String picture, PersonInstance person) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < person.keypoints().size(); i++) {
            points.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "%.2f,%.2f,0.9",
                            person.keypoints().x(i) + 2,
                            person.keypoints().y(i) - 3));
        }
        return String.format(
                Locale.ROOT,
                "{\"image_id\":\"%s\",\"category_id\":1,\"bbox\":[%.2f,%.2f,%.2f,%.2f],\"keypoints\":[%s],\"score\":0.8}",
                picture,
                person.box().x(),
                person.box().y(),
                person.box().width(),
                person.box().height(),
                points);
    }

    /** Until nothing runs any more and what came has been painted. */
    private void settle() throws Exception {
        until(PATIENCE_SECONDS, () -> root.models().status().running().isEmpty());
        for (int i = 0; i < 10; i++) {
            pulse();
        }
    }

    /** Waits until the window has gone through a whole pulse. */
    private void pulse() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        onFx(() -> {
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                stage.getScene().removePostLayoutPulseListener(listener[0]);
                done.countDown();
            };
            stage.getScene().addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return true;
        });
        assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
