package org.posewright.app.viewmodel.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** Which screen is shown, which side panels are open, what the title says. */
public final class ShellViewModel {

    /** The screens that are there from the start. */
    public static final String WELCOME = "welcome";

    public static final String EDITOR = "editor";

    private final Workspace workspace;
    private final Messages messages;
    private final StringProperty screen = new SimpleStringProperty(this, "screen", WELCOME);
    private final BooleanProperty browserShown = new SimpleBooleanProperty(this, "browserShown", true);
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(this, "inspectorShown", true);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>(this, "notice");

    /**
     * A line above the screens until it is closed.
     *
     * @param warning whether it tells of something that may be wrong
     * @param links what can be done about it
     */
    public record Notice(String text, boolean warning, List<Link> links) {

        public Notice {
            links = List.copyOf(links);
        }
    }

    /** Something to do about a notice. */
    public record Link(String text, Runnable action) {}

    public ShellViewModel(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
        workspace.sessionProperty().subscribe(session -> {
            screen.set(session == null ? WELCOME : EDITOR);
            refreshTitle();
        });
        workspace.imageProperty().subscribe(this::refreshTitle);
    }

    /** Id of the screen that is shown. */
    public StringProperty screenProperty() {
        return screen;
    }

    public BooleanProperty browserShownProperty() {
        return browserShown;
    }

    public BooleanProperty inspectorShownProperty() {
        return inspectorShown;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** Whether a dataset is open. */
    public ObservableValue<Boolean> hasDataset() {
        return workspace.sessionProperty().map(session -> true).orElse(false);
    }

    private void refreshTitle() {
        DatasetSession session = workspace.sessionProperty().get();
        ImageKey image = workspace.imageProperty().get();
        if (session == null) {
            title.set(messages.text("app.name"));
        } else {
            String name = session.store().frame().name();
            title.set((image == null ? name : image.fileName() + " – " + name) + " – " + messages.text("app.name"));
        }
    }
}
