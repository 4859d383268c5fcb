package org.posewright.app.view.inspector;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.posewright.app.canvas.layer.SkeletonColors;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.parts.Badges;
import org.posewright.app.viewmodel.inspector.InspectorViewModel;
import org.posewright.app.viewmodel.inspector.PersonRow;

/** The people of the picture; rows are reused, as the list follows every drag. */
final class PeopleList extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final InspectorViewModel inspector;
    private final ThemeService theme;
    private final Messages messages;

    PeopleList(InspectorViewModel inspector, ThemeService theme, Messages messages) {
        this.inspector = inspector;
        this.theme = theme;
        this.messages = messages;
        getStyleClass().add("person-list");
        inspector.peopleProperty().subscribe(this::show);
        theme.tokensProperty().subscribe(() -> show(inspector.peopleProperty().get()));
    }

    /** Makes a row before it is needed. */
    void prepareRow() {
        Reuse.spare(this, new Row());
    }

    private void show(List<PersonRow> people) {
        Reuse.rows(this, people.size(), Row::new);
        for (int i = 0; i < people.size(); i++) {
            ((Row) getChildren().get(i)).show(people.get(i));
        }
    }

    private final class Row extends HBox {
        private final Circle colour = new Circle(5);
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label badge = Badges.badge();
        private long id;

        Row() {
            getStyleClass().add("person-row");
            detail.getStyleClass().addAll("secondary", "small-text");
            detail.setMinWidth(0);
            name.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().addAll(colour, name, detail, gap, badge);
            setOnMouseClicked(event -> inspector.selectPerson(id));
        }

        void show(PersonRow row) {
            id = row.id();
            colour.setFill(SkeletonColors.ofPerson(
                    row.ordinal(), theme.tokensProperty().get()));
            name.setText(messages.text("inspector.person", row.ordinal() + 1));
            String count = row.labeled() + "/" + row.total();
            detail.setText(row.remark().isEmpty() ? count : count + " · " + row.remark());
            Badges.show(badge, row.oks());
            pseudoClassStateChanged(SELECTED, row.selected());
        }
    }
}
