package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Badges;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.CaseWords;
import org.posewright.app.viewmodel.evaluation.EvaluationViewModel;
import org.posewright.app.viewmodel.evaluation.QueueSource;
import org.posewright.app.viewmodel.evaluation.VerdictFilter;
import org.posewright.app.viewmodel.evaluation.WorkCase;
import org.posewright.app.viewmodel.evaluation.WorkQueueViewModel;
import org.posewright.app.viewmodel.inspector.OksGrade;

/** The work queue as a list, with what it lists and how it is filtered above it. */
final class CasesCard extends VBox {

    private final EvaluationViewModel evaluation;
    private final WorkQueueViewModel queue;
    private final CaseWords words;
    private final Messages messages;
    private final ListView<WorkCase> list = new ListView<>();
    private boolean following;

    CasesCard(EvaluationViewModel evaluation, WorkQueueViewModel queue, CaseWords words, Messages messages) {
        this.evaluation = evaluation;
        this.queue = queue;
        this.words = words;
        this.messages = messages;
        VBox card = Cards.card(messages.text("queue.title"), filters(), list);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(card);
        list.getStyleClass().add("case-list");
        list.setAccessibleText(messages.text("queue.title"));
        list.setCellFactory(view -> new CaseCell());
        list.setFixedCellSize(26);
        list.setMinHeight(120);
        list.setPlaceholder(placeholder());
        queue.casesProperty().subscribe(this::fill);
        queue.selectedProperty().subscribe(this::follow);
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!following && item != null) {
                queue.selectedProperty().set(item);
            }
        });
        queue.verdicts().bookProperty().subscribe(book -> list.refresh());
    }

    private Node placeholder() {
        Label empty = Cards.note("");
        empty.setWrapText(true);
        Runnable say = () -> empty.setText(messages.text(
                evaluation.result().isPresent() || queue.sourceProperty().get() == QueueSource.SUSPECTS
                        ? "queue.empty.filtered"
                        : "queue.empty"));
        say.run();
        evaluation.resultProperty().subscribe(result -> say.run());
        queue.sourceProperty().subscribe(source -> say.run());
        return empty;
    }

    private VBox filters() {
        ComboBox<QueueSource> source = choice("queue.source", List.of(QueueSource.values()), QueueSource::messageKey);
        source.valueProperty().bindBidirectional(queue.sourceProperty());
        ComboBox<VerdictFilter> verdict =
                choice("queue.verdict", List.of(VerdictFilter.values()), VerdictFilter::messageKey);
        verdict.valueProperty().bindBidirectional(queue.verdictFilterProperty());
        HBox row = new HBox(source, verdict);
        row.setSpacing(6);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        VBox rows = new VBox(row, classChip());
        rows.setSpacing(6);
        return rows;
    }

    private Node classChip() {
        javafx.scene.control.Button chip = new javafx.scene.control.Button();
        chip.getStyleClass().addAll("chip", "on");
        chip.setAccessibleText(messages.text("queue.class.clear"));
        chip.setMinWidth(USE_PREF_SIZE);
        Runnable show = () -> {
            CaseKind kind = queue.kindProperty().get();
            Integer joint = queue.jointProperty().get();
            boolean shown = kind != null && queue.sourceProperty().get() == QueueSource.CASES;
            chip.setVisible(shown);
            chip.setManaged(shown);
            if (kind != null) {
                String name = messages.text(kind.messageKey());
                chip.setText((joint == null ? name : words.phrase(kind, joint, queue.skeleton())) + "  ×");
            }
        };
        queue.kindProperty().subscribe(show);
        queue.jointProperty().subscribe(show);
        queue.sourceProperty().subscribe(show);
        show.run();
        chip.setOnAction(event -> queue.kindProperty().set(null));
        return chip;
    }

    private <T> ComboBox<T> choice(String key, List<T> values, java.util.function.Function<T, String> messageKey) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setAccessibleText(messages.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(60);
        box.getStyleClass().add("small-choice");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : messages.text(messageKey.apply(value));
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        return box;
    }

    private void fill(List<WorkCase> cases) {
        following = true;
        list.setItems(FXCollections.observableList(cases));
        following = false;
        follow(queue.selectedProperty().get());
    }

    private void follow(@Nullable WorkCase item) {
        following = true;
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else if (!item.equals(list.getSelectionModel().getSelectedItem())) {
            int index = list.getItems().indexOf(item);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 3));
        }
        following = false;
    }

    /** File name, person, what, OKS. */
    private final class CaseCell extends ListCell<WorkCase> {
        private final Label image = new Label();
        private final Label person = new Label();
        private final Label what = new Label();
        private final Label badge = Badges.badge();
        private final HBox row = new HBox(image, person, what, badge);
        private final Tooltip whole = ActionControls.tooltip("");

        CaseCell() {
            image.setPrefWidth(68);
            image.setMinWidth(Region.USE_PREF_SIZE);
            image.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
            person.setPrefWidth(30);
            person.setMinWidth(Region.USE_PREF_SIZE);
            person.getStyleClass().add("secondary");
            what.setMaxWidth(Double.MAX_VALUE);
            what.setMinWidth(0);
            what.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(what, Priority.ALWAYS);
            badge.setPrefWidth(58);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badge.setAlignment(Pos.CENTER);
            row.setSpacing(6);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("case-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable WorkCase item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : row);
            setTooltip(empty || item == null ? null : whole);
            if (!empty && item != null) {
                show(item);
            }
        }

        /** COCO's file names are numbers with many zeros in front. */
        private static String shortName(String stem) {
            return stem.matches("0+[1-9]\\d*") ? stem.replaceFirst("^0+", "") : stem;
        }

        private void show(WorkCase item) {
            Skeleton skeleton = queue.skeleton();
            String name = item.image().fileName();
            int dot = name.lastIndexOf('.');
            image.setText(shortName(dot > 0 ? name.substring(0, dot) : name));
            OptionalInt number = queue.personNumber(item);
            person.setText(number.isPresent() ? "#" + number.getAsInt() : "");
            String verdict = queue.verdicts()
                    .of(item.subject())
                    .map(v -> switch (v) {
                        case LABEL_WRONG -> "1 ";
                        case MODEL_WRONG -> "2 ";
                        case BOTH_FINE -> "3 ";
                    })
                    .orElse("");
            what.setText((verdict.isEmpty() ? "" : "✓" + verdict) + words.phrase(item, skeleton));
            badge.getStyleClass().removeAll("good", "fair", "poor", "plain");
            boolean pair = !Double.isNaN(item.oks());
            badge.setText(
                    pair
                            ? String.format(Locale.ROOT, "%.2f", item.oks())
                            : item.kind() == CaseKind.SUSPECT
                                    ? String.format(Locale.ROOT, "%.0f %%", 100 * item.severity())
                                    : "–");
            badge.getStyleClass()
                    .add(
                            pair
                                    ? OksGrade.of(item.oks()).styleClass()
                                    : item.kind() == CaseKind.SUSPECT ? "plain" : "poor");
            setAccessibleText(name + " " + person.getText() + " " + what.getText() + " " + badge.getText());
            whole.setText(getAccessibleText());
        }
    }
}
