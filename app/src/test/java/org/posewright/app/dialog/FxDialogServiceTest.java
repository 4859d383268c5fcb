package org.posewright.app.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posewright.app.dialog.DialogService.Question;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.testfx.api.FxToolkit;

/** Every button of a question says what it does, and Return loses nothing. */
@ExtendWith(HeadlessFx.class)
class FxDialogServiceTest {

    private Stage stage;
    private DialogService dialogs;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        onFx(() -> {
            stage.setScene(new Scene(new Pane(), 400, 300));
            stage.show();
            dialogs = new FxDialogService(stage, new ThemeService(Locale.ROOT), new Messages(Locale.ENGLISH));
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return true;
        });
    }

    /** The question's buttons with whether Return presses them, and the answer that a button gives. */
    private record Seen(Map<String, Boolean> buttons, Optional<Integer> answer) {}

    private Seen ask(Question question, String press) throws Exception {
        Map<String, Boolean> buttons = new TreeMap<>();
        return onFx(() -> {
            Platform.runLater(() -> Window.getWindows().stream()
                    .filter(window -> window != stage)
                    .findFirst()
                    .orElseThrow()
                    .getScene()
                    .getRoot()
                    .lookupAll(".button")
                    .forEach(node -> {
                        Button button = (Button) node;
                        buttons.put(button.getText(), button.isDefaultButton());
                        if (button.getText().equals(press)) {
                            Platform.runLater(button::fire);
                        }
                    }));
            return new Seen(buttons, dialogs.choose(question));
        });
    }

    @Test
    void whatLosesSomethingIsNotTheDefault() throws Exception {
        Question question = new Question("End", "End?", "", List.of("End the run"), "Keep it running", Set.of(0));
        Seen kept = ask(question, "Keep it running");
        assertThat(kept.buttons()).isEqualTo(Map.of("End the run", false, "Keep it running", true));
        assertThat(kept.answer()).isEmpty();
        assertThat(ask(question, "End the run").answer()).contains(0);
    }

    @Test
    void otherwiseTheFirstChoiceIs() throws Exception {
        Question question = new Question("Which", "Which?", "", List.of("Mine", "Theirs"), "Decide later", Set.of());
        Seen later = ask(question, "Decide later");
        assertThat(later.buttons()).isEqualTo(Map.of("Mine", true, "Theirs", false, "Decide later", false));
        assertThat(later.answer()).isEmpty();
        assertThat(ask(question, "Theirs").answer()).contains(1);
    }
}
