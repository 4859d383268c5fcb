package org.posewright.app.bootstrap;

import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.shell.ShortcutSheet;

/** The sheet of shortcuts, and what this program is. */
final class HelpActions {

    private final DialogService dialogs;
    private final Messages messages;

    HelpActions(DialogService dialogs, Messages messages) {
        this.dialogs = dialogs;
        this.messages = messages;
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.HELP, "help.shortcuts")
                .icon("mdi2k-keyboard-outline")
                .key("F1")
                .runs(() -> dialogs.show(new ContentDialog(
                        messages.text("action.help.shortcuts"),
                        new ShortcutSheet(actions, messages),
                        "",
                        new SimpleBooleanProperty(true))));
        actions.define(MenuId.HELP, "help.about")
                .runs(() -> dialogs.tell(
                        DialogService.Severity.INFORMATION,
                        messages.text("app.name"),
                        messages.text("help.about.text", System.getProperty("java.version")),
                        ""));
    }
}
