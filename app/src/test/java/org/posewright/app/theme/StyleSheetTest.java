package org.posewright.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posewright.app.fx.HeadlessFx;
import org.testfx.util.WaitForAsyncUtils;

/** The sheets resolve all their colours, also for controls that know Modena only. */
@ExtendWith(HeadlessFx.class)
class StyleSheetTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noSheetMakesTheCssLoggerSpeak(Theme chosen) {
        List<String> complaints = new ArrayList<>();
        Handler listener = listener(complaints);
        Logger logger = Logger.getLogger("javafx.css");
        logger.addHandler(listener);
        try {
            WaitForAsyncUtils.asyncFx(() -> style(chosen)).get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            logger.removeHandler(listener);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void bothThemesDefineTheSameTokens() {
        assertThat(Theme.LIGHT.tokens().names()).isEqualTo(Theme.DARK.tokens().names());
    }

    private static final List<String> STYLE_CLASSES = List.of(
            "shell",
            "menu-row",
            "brand",
            "tool-row",
            "tool-group",
            "side",
            "chip",
            "badge",
            "good",
            "fair",
            "poor",
            "plain",
            "hint-bar",
            "hint-text",
            "hint-key",
            "person-row",
            "joint-row",
            "flag-switch",
            "flag",
            "share-bar",
            "note-area",
            "footnote",
            "status-row",
            "saved",
            "unsaved",
            "welcome",
            "title",
            "subtitle",
            "card",
            "card-button",
            "card-title",
            "recent-row",
            "notice",
            "warning",
            "drop-target",
            "heading");

    private static void style(Theme chosen) {
        ThemeService service = new ThemeService(Locale.ROOT);
        service.themeProperty().set(chosen);
        VBox all = new VBox();
        for (String styleClass : STYLE_CLASSES) {
            Button styled = new Button(styleClass);
            styled.getStyleClass().add(styleClass);
            all.getChildren().add(styled);
        }
        TaskProgressView<Task<Void>> tasks = new TaskProgressView<>();
        all.getChildren()
                .addAll(
                        new RangeSlider(0, 1, 0.2, 0.8),
                        new SegmentedButton(new ToggleButton("a"), new ToggleButton("b"), new ToggleButton("c")),
                        new StatusBar(),
                        tasks,
                        new CheckComboBox<String>(),
                        new PropertySheet(),
                        new NotificationPane(new Button("x")),
                        new Slider(),
                        new ProgressBar(0.4),
                        new TextField(),
                        new ListView<String>(),
                        new TableView<String>(),
                        new TreeView<String>(),
                        new ScrollPane(),
                        new SplitPane(new Button(), new Button()),
                        new MenuButton("m", null, new MenuItem("i")));
        Scene scene = new Scene(all, 400, 900);
        service.dress(scene.getStylesheets());
        all.applyCss();
        all.layout();
    }

    private static Handler listener(List<String> complaints) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                complaints.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
