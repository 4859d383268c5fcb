package org.posewright.app.view.evaluation;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.app.canvas.CanvasInput;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.editor.PictureViewModel;
import org.posewright.app.viewmodel.evaluation.CaseWords;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.WorkCase;

/** Numbers, classes and cases on the left, the picture in the middle, the case explained on the right. */
final class QueueTab extends HBox {

    private static final double LEFT_WIDTH = 324;
    private static final double RIGHT_WIDTH = 330;
    private static final double SMALL_SHARE = 0.55;
    private static final double ROOM_AROUND = 0.35;

    private final PoseCanvas canvas;

    QueueTab(EvaluationModels models, PictureViewModel pictures, ThemeService theme, Messages messages) {
        getStyleClass().add("compare-columns");
        CaseWords words = new CaseWords(messages);
        canvas = new PoseCanvas(theme);
        canvas.poseSceneProperty().bind(models.scene().sceneProperty());
        canvas.glass().setAccessibleText(messages.text("compare.canvas"));
        CanvasInput.install(canvas, new LookingOnly(models.scene(), models.queue()));
        pictures.pictureProperty().subscribe(picture -> canvas.pictureProperty().set(CanvasArea.image(picture)));
        models.queue()
                .selectedProperty()
                .subscribe(item -> zoomTo(item, models.scene().sceneProperty().get()));
        getChildren().addAll(left(models, words, messages), middle(models, messages), right(models, words, messages));
    }

    /** What a case is about is brought close when it is small, with room around it; otherwise the whole picture is shown. */
    private void zoomTo(@Nullable WorkCase item, @Nullable CanvasScene scene) {
        if (item == null || scene == null || canvas.getWidth() <= 0) {
            return;
        }
        Optional<Box> small = item.place()
                .filter(box -> box.height() < SMALL_SHARE * scene.size().height()
                        && box.width() < SMALL_SHARE * scene.size().width());
        if (small.isPresent()) {
            Box box = small.get();
            Box close = box.grown(Math.max(box.width(), box.height()) * ROOM_AROUND);
            canvas.fitRegion(inside(close, scene.size(), canvas.getWidth() / canvas.getHeight()));
        } else {
            canvas.fit();
        }
    }

    /** A region in the shape of the view, moved into the picture as far as that is large enough: nothing is shown beside it. */
    static Box inside(Box region, ImageSize picture, double aspect) {
        double width = Math.max(region.width(), region.height() * aspect);
        double height = width / aspect;
        return new Box(
                start(region.centerX(), width, picture.width()),
                start(region.centerY(), height, picture.height()),
                width,
                height);
    }

    private static double start(double middle, double length, double whole) {
        return length >= whole ? (whole - length) / 2 : Math.max(0, Math.min(whole - length, middle - length / 2));
    }

    PoseCanvas canvas() {
        return canvas;
    }

    private ScrollPane left(EvaluationModels models, CaseWords words, Messages messages) {
        CasesCard cases = new CasesCard(models.evaluation(), models.queue(), words, messages);
        VBox.setVgrow(cases, Priority.ALWAYS);
        VBox left = new VBox(
                new NumbersCard(models.evaluation(), messages),
                new ErrorClassesCard(models.evaluation().resultProperty(), models.queue(), messages),
                cases);
        ScrollPane scroll = column(left, LEFT_WIDTH, LEFT_WIDTH - 40);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private StackPane middle(EvaluationModels models, Messages messages) {
        Label empty = new Label();
        empty.getStyleClass().add("canvas-message");
        empty.setWrapText(true);
        empty.setMaxWidth(420);
        empty.setMouseTransparent(true);
        empty.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> message(models, messages),
                        models.scene().sceneProperty(),
                        models.evaluation().busyProperty(),
                        models.evaluation().resultProperty()));
        canvas.visibleProperty()
                .bind(models.scene().sceneProperty().map(scene -> true).orElse(false));
        StackPane middle = new StackPane(empty, canvas);
        middle.getStyleClass().addAll("canvas-area", "compare-canvas");
        StackPane.setAlignment(empty, Pos.CENTER);
        StackPane.setMargin(empty, new Insets(24));
        middle.setMinWidth(240);
        HBox.setHgrow(middle, Priority.ALWAYS);
        return middle;
    }

    private static String message(EvaluationModels models, Messages messages) {
        if (models.scene().sceneProperty().get() != null) {
            return "";
        }
        if (models.evaluation().busyProperty().get()) {
            return messages.text("compare.busy");
        }
        return messages.text(models.evaluation().result().isPresent() ? "compare.no-case.done" : "compare.start");
    }

    /** Scrolls in windows that are too low for its cards, which must not push the status row out of sight. */
    private static ScrollPane column(VBox cards, double width, double least) {
        cards.getStyleClass().add("compare-column");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefWidth(width);
        scroll.setMinWidth(least);
        return scroll;
    }

    private ScrollPane right(EvaluationModels models, CaseWords words, Messages messages) {
        JointErrorChart chart = new JointErrorChart(messages);
        models.evaluation().resultProperty().subscribe(chart::show);
        Label how = Cards.note("");
        models.evaluation()
                .resultProperty()
                .subscribe(result -> how.setText(HowNumbersAreMade.sentence(result, messages)));
        VBox right = new VBox(
                new CaseCard(models, words, messages),
                Cards.card(
                        messages.text("compare.joint-error"),
                        chart,
                        Cards.note(messages.text("compare.joint-error.note"))),
                Cards.card(messages.text("compare.how.title"), how));
        return column(right, RIGHT_WIDTH, RIGHT_WIDTH - 60);
    }
}
