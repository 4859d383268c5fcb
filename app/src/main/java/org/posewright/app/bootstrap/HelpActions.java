package org.posewright.app.bootstrap;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.app.action.ActionBuilder;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.action.ShortcutDraft;
import org.posewright.app.action.UiAction;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.guide.GuideView;
import org.posewright.app.view.shell.CommandPalette;
import org.posewright.app.view.shell.ShortcutEditor;
import org.posewright.app.view.shell.ShortcutSheet;

/** The sheet of shortcuts, and what this program is. */
final class HelpActions {

    private static final List<String> LANGUAGES = List.of("", "en", "de", "zh");

    private final DialogService dialogs;
    private final Messages messages;
    private final SettingsStore settings;

    HelpActions(DialogService dialogs, Messages messages, SettingsStore settings) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.settings = settings;
    }

    void define(ActionCatalog actions) {
        defineLanguages(actions);
        actions.define(MenuId.HELP, "help.palette")
                .icon("mdi2m-magnify")
                .key("Shortcut+K")
                .runs(() -> palette(actions));
        actions.define(MenuId.HELP, "help.shortcuts")
                .icon("mdi2k-keyboard-outline")
                .key("F1")
                .runs(() -> dialogs.show(new ContentDialog(
                        messages.text("action.help.shortcuts"),
                        new ShortcutSheet(actions, messages),
                        "",
                        new SimpleBooleanProperty(true))));
        actions.define(MenuId.HELP, "help.remap")
                .icon("mdi2k-keyboard-settings-outline")
                .runs(() -> remap(actions));
        actions.define(MenuId.HELP, "help.guide")
                .icon("mdi2b-book-open-outline")
                .runs(() -> dialogs.show(new ContentDialog(
                        messages.text("action.help.guide"),
                        new GuideView(messages),
                        "",
                        new SimpleBooleanProperty(true))));
        actions.define(MenuId.HELP, "help.about")
                .runs(() -> dialogs.tell(
                        DialogService.Severity.INFORMATION,
                        title(),
                        messages.text("help.about.text", System.getProperty("java.version")),
                        ""));
    }

    /** With the version that the jar's manifest states; classes outside a jar have none. */
    private String title() {
        String version = HelpActions.class.getPackage().getImplementationVersion();
        return version == null ? messages.text("app.name") : messages.text("app.name") + " " + version;
    }

    private void palette(ActionCatalog actions) {
        CommandPalette palette = new CommandPalette(actions, messages);
        boolean confirmed = dialogs.show(new ContentDialog(
                messages.text("action.help.palette"), palette, messages.text("palette.run"), palette.ready()));
        if (confirmed) {
            palette.chosen().ifPresent(UiAction::run);
        }
    }

    private void remap(ActionCatalog actions) {
        ShortcutDraft draft = new ShortcutDraft(actions.all());
        ShortcutEditor editor = new ShortcutEditor(draft, messages);
        boolean confirmed = dialogs.show(new ContentDialog(
                messages.text("action.help.remap"), editor, messages.text("remap.keep"), editor.valid()));
        if (confirmed) {
            actions.remap(draft.changes());
            settings.update(s -> s.withPreferences(s.preferences().withShortcuts(draft.changes())));
        }
    }

    private void defineLanguages(ActionCatalog actions) {
        boolean first = true;
        for (String language : LANGUAGES) {
            BooleanProperty chosen = new SimpleBooleanProperty();
            settings.settingsProperty()
                    .subscribe(now -> chosen.set(now.preferences().language().equals(language)));
            String name = language.isEmpty() ? "system" : language;
            ActionBuilder action = actions.define(MenuId.VIEW, "view.language-" + name);
            if (first) {
                action.newGroup();
                first = false;
            }
            action.choice(chosen, () -> speak(language));
        }
    }

    private void speak(String language) {
        if (!settings.get().preferences().language().equals(language)) {
            settings.update(s -> s.withPreferences(s.preferences().withLanguage(language)));
            dialogs.notify(messages.text("language.title"), messages.text("language.restart"));
        }
    }
}
