package org.posewright.app.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;

/** Dialogs over the main window. */
public final class FxDialogService implements DialogService {

    private static final double CONTENT_WIDTH = 460;
    private static final int TEXT_COLUMNS = 32;
    private static final Duration NOTE_TIME = Duration.seconds(6);

    private final Window owner;
    private final ThemeService theme;
    private final Messages messages;
    private final ChooserPlaces places = new ChooserPlaces(new File(System.getProperty("user.home")));

    public FxDialogService(Window owner, ThemeService theme, Messages messages) {
        this.owner = owner;
        this.theme = theme;
        this.messages = messages;
    }

    @Override
    public void startIn(Path folder) {
        places.startIn(folder);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(places.start(title));
        return remember(title, chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
        return remember(title, chooser(title, kinds).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseSaveFile(String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        return remember(title, chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<String> askText(String title, String prompt, String initial, String confirm) {
        TextInputDialog dialog = new TextInputDialog(initial);
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(prompt);
        dialog.getDialogPane().getContent().getStyleClass().add("dialog-body");
        dialog.getEditor().setPrefColumnCount(TEXT_COLUMNS);
        dialog.getEditor().setAccessibleText(prompt);
        button(dialog, ButtonType.OK).setText(confirm);
        button(dialog, ButtonType.CANCEL).setText(messages.text("dialog.cancel"));
        prepare(dialog);
        return dialog.showAndWait();
    }

    @Override
    public Optional<Integer> choose(Question question) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(question.title());
        dialog.getDialogPane().setContent(body(question.sentence(), question.details()));
        List<ButtonType> buttons = new ArrayList<>();
        for (int i = 0; i < question.choices().size(); i++) {
            ButtonBar.ButtonData role = i == 0 ? ButtonBar.ButtonData.OK_DONE : ButtonBar.ButtonData.OTHER;
            buttons.add(new ButtonType(question.choices().get(i), role));
        }
        ButtonType otherwise = new ButtonType(question.otherwise(), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(buttons);
        dialog.getDialogPane().getButtonTypes().add(otherwise);
        question.dangerous()
                .forEach(i -> button(dialog, buttons.get(i)).getStyleClass().add("danger"));
        if (question.dangerous().contains(0)) {
            button(dialog, buttons.get(0)).setDefaultButton(false);
            button(dialog, otherwise).setDefaultButton(true);
            dialog.setOnShown(event -> button(dialog, otherwise).requestFocus());
        }
        prepare(dialog);
        return dialog.showAndWait().map(buttons::indexOf).filter(i -> i >= 0);
    }

    @Override
    public void tell(Severity severity, String title, String sentence, String details) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(title);
        VBox body = body(sentence, details);
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        heading.setWrapText(true);
        body.getChildren().add(0, heading);
        dialog.getDialogPane().setContent(body);
        dialog.getDialogPane()
                .getButtonTypes()
                .add(new ButtonType(messages.text("dialog.close"), ButtonBar.ButtonData.OK_DONE));
        prepare(dialog);
        dialog.show();
    }

    @Override
    public void notify(String title, String sentence) {
        Notifications.create()
                .owner(owner)
                .title(title)
                .text(sentence)
                .hideAfter(NOTE_TIME)
                .position(Pos.BOTTOM_RIGHT)
                .show();
    }

    @Override
    public boolean show(ContentDialog content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(content.title());
        dialog.setResizable(true);
        StackPane body = new StackPane(content.content());
        body.getStyleClass().add("dialog-body");
        dialog.getDialogPane().setContent(body);
        ButtonType close = new ButtonType(
                messages.text(content.confirm().isEmpty() ? "dialog.close" : "dialog.cancel"),
                ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().add(close);
        ButtonType confirm = new ButtonType(content.confirm(), ButtonBar.ButtonData.OK_DONE);
        if (!content.confirm().isEmpty()) {
            dialog.getDialogPane().getButtonTypes().add(0, confirm);
            button(dialog, confirm).disableProperty().bind(content.valid().map(valid -> !valid));
        }
        prepare(dialog);
        return dialog.showAndWait().filter(confirm::equals).isPresent();
    }

    private VBox body(String sentence, String details) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setPrefWidth(CONTENT_WIDTH);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        VBox body = new VBox(label);
        body.getStyleClass().add("message-body");
        if (!details.isBlank()) {
            TextArea area = new TextArea(details);
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefRowCount(8);
            area.getStyleClass().add("mono");
            area.setAccessibleText(messages.text("dialog.details"));
            body.getChildren().add(area);
        }
        return body;
    }

    private static Button button(Dialog<?> dialog, ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }

    private void prepare(Dialog<?> dialog) {
        dialog.initOwner(owner);
        theme.dressOnce(dialog.getDialogPane());
    }

    private FileChooser chooser(String title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(places.start(title));
        kinds.forEach(kind -> chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind.description(), kind.patterns())));
        return chooser;
    }

    private Optional<Path> remember(String purpose, @Nullable File chosen) {
        if (chosen != null) {
            places.chosen(purpose, chosen);
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
