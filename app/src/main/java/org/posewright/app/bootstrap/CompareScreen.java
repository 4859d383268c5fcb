package org.posewright.app.bootstrap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.evaluation.CompareTab;
import org.posewright.app.view.evaluation.CompareToolbar;
import org.posewright.app.view.evaluation.CompareView;
import org.posewright.app.view.shell.Screen;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;

/** The screen Compare. */
final class CompareScreen {

    /** Names the screen. */
    static final String ID = "compare";

    private final EditorModels models;
    private final EvaluationModels evaluation;
    private final ThemeService theme;
    private final Messages messages;
    private final ObjectProperty<CompareTab> tab = new SimpleObjectProperty<>(this, "tab", CompareTab.QUEUE);

    CompareScreen(EditorModels models, EvaluationModels evaluation, ThemeService theme, Messages messages) {
        this.models = models;
        this.evaluation = evaluation;
        this.theme = theme;
        this.messages = messages;
    }

    ObjectProperty<CompareTab> tabProperty() {
        return tab;
    }

    Screen screen(ActionCatalog actions) {
        CompareView view = new CompareView(actions, evaluation, models.pictures(), tab, theme, messages);
        CompareToolbar toolbar = new CompareToolbar(actions, ExportActions.IDS, evaluation, tab, messages);
        return new Screen(ID, toolbar, view, view::focus);
    }
}
