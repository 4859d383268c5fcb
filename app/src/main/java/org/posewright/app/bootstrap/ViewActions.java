package org.posewright.app.bootstrap;

import java.util.Locale;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.theme.ThemeService;

/** What is shown, how large, and the way from picture to picture. */
final class ViewActions {

    private static final double ZOOM_STEP = 1.25;

    private final EditorModels models;
    private final ThemeService theme;

    ViewActions(EditorModels models, ThemeService theme) {
        this.models = models;
        this.theme = theme;
    }

    void define(ActionCatalog actions, PoseCanvas canvas, Runnable focusFilter) {
        defineLayers(actions);
        actions.define(MenuId.VIEW, "view.fit").newGroup().key("Shortcut+0").runs(canvas::fit);
        actions.define(MenuId.VIEW, "view.actual").key("Shortcut+1").runs(canvas::actualSize);
        actions.define(MenuId.VIEW, "view.fit-person")
                .key("Shortcut+2")
                .enabledWhen(
                        models.editor().selectionProperty().map(s -> !s.people().isEmpty()))
                .runs(() -> models.editor().selectedPerson().ifPresent(p -> canvas.fitRegion(p.box())));
        actions.define(MenuId.VIEW, "view.zoom-in").key("Shortcut+Equals").runs(() -> canvas.zoomBy(ZOOM_STEP));
        actions.define(MenuId.VIEW, "view.zoom-out").key("Shortcut+Minus").runs(() -> canvas.zoomBy(1 / ZOOM_STEP));
        defineNavigation(actions, focusFilter);
        actions.define(MenuId.VIEW, "view.browser")
                .newGroup()
                .key("F7")
                .switches(models.shell().browserShownProperty());
        actions.define(MenuId.VIEW, "view.inspector")
                .key("F8")
                .switches(models.shell().inspectorShownProperty());
        actions.define(MenuId.VIEW, "view.theme")
                .icon("mdi2t-theme-light-dark")
                .key("Shortcut+Shift+L")
                .runs(() ->
                        theme.themeProperty().set(theme.themeProperty().get().other()));
    }

    private void defineLayers(ActionCatalog actions) {
        int number = 1;
        for (OverlayOptions.Switch layer : OverlayOptions.Switch.values()) {
            String name = layer.name().toLowerCase(Locale.ROOT).replace('_', '-');
            actions.define(MenuId.VIEW, "view.layer-" + name)
                    .key("Alt+" + number++)
                    .switches(models.overlay().shown(layer));
        }
        actions.define(MenuId.VIEW, "view.solo")
                .key("Shortcut+Shift+S")
                .enabledWhen(
                        models.editor().selectionProperty().map(s -> !s.people().isEmpty()))
                .runs(this::toggleSolo);
    }

    private void defineNavigation(ActionCatalog actions, Runnable focusFilter) {
        var open = models.shell().hasDataset();
        actions.define(MenuId.VIEW, "view.next")
                .newGroup()
                .key("Page Down")
                .enabledWhen(open)
                .runs(() -> models.browser().step(1));
        actions.define(MenuId.VIEW, "view.previous")
                .key("Page Up")
                .enabledWhen(open)
                .runs(() -> models.browser().step(-1));
        actions.define(MenuId.VIEW, "view.next-unreviewed")
                .key("N")
                .enabledWhen(open)
                .runs(models.browser()::nextUnreviewed);
        actions.define(MenuId.VIEW, "view.filter")
                .key("Shortcut+F")
                .enabledWhen(open)
                .runs(focusFilter);
    }

    private void toggleSolo() {
        OverlayOptions now = models.overlay().optionsProperty().get();
        Long selected = models.editor().selectionProperty().get().primary().orElse(null);
        models.overlay().optionsProperty().set(now.withSolo(now.solo() == null ? selected : null));
    }
}
