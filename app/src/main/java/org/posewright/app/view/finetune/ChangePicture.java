package org.posewright.app.view.finetune;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.theme.ThemeTokens;
import org.posewright.app.training.BeforeAfter;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.finetune.ChangesViewModel;

/** One picture with labels (thin), the model before (dashed) and after (solid): three lines that also differ without colour. */
final class ChangePicture extends Region {

    private static final double CONFIDENT = 0.5;

    private final ChangesViewModel changes;
    private final ThemeService theme;
    private final Canvas canvas = new Canvas();
    private @Nullable Image image;

    ChangePicture(ChangesViewModel changes, ThemeService theme) {
        this.changes = changes;
        this.theme = theme;
        setMinSize(0, 0);
        setPrefSize(400, 300);
        getChildren().setAll(canvas);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        changes.pictureProperty().subscribe(this::pictureChanged);
        theme.tokensProperty().subscribe(tokens -> paint());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void pictureChanged(@Nullable Picture picture) {
        image = CanvasArea.image(picture);
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Image shown = image;
        BeforeAfter.Change change = changes.chosenProperty().get();
        BeforeAfter result = changes.resultProperty().get();
        if (shown == null || change == null || result == null) {
            return;
        }
        canvas.setAccessibleText(change.image().key().fileName());
        ImageRecord record = change.image();
        double scale = Math.min(
                getWidth() / record.size().width(), getHeight() / record.size().height());
        double left = (getWidth() - record.size().width() * scale) / 2;
        double top = (getHeight() - record.size().height() * scale) / 2;
        g.drawImage(
                shown, left, top, record.size().width() * scale, record.size().height() * scale);
        Pen pen = new Pen(g, result.skeleton(), left, top, scale);
        ThemeTokens tokens = theme.tokensProperty().get();
        pen.labels(record.people(), tokens.color("-pw-middle"));
        // The dashes on top: where nothing changed, both are still seen.
        pen.predictions(change.after(), tokens.color("-pw-left"), false);
        pen.predictions(change.before(), tokens.color("-pw-right"), true);
    }

    /** Draws in pixels of the picture. */
    private record Pen(GraphicsContext g, Skeleton skeleton, double left, double top, double scale) {

        void labels(List<PersonInstance> people, Color color) {
            g.setLineDashes();
            g.setStroke(color);
            g.setLineWidth(1.2);
            for (PersonInstance person : people) {
                for (Skeleton.Limb limb : skeleton.limbs()) {
                    if (person.keypoints().isLabeled(limb.from())
                            && person.keypoints().isLabeled(limb.to())) {
                        line(
                                person.keypoints().x(limb.from()),
                                person.keypoints().y(limb.from()),
                                person.keypoints().x(limb.to()),
                                person.keypoints().y(limb.to()));
                    }
                }
            }
        }

        void predictions(List<PosePrediction> people, Color color, boolean isDashed) {
            g.setStroke(color);
            g.setLineWidth(isDashed ? 2.2 : 2.8);
            g.setLineDashes(isDashed ? new double[] {6, 5} : new double[0]);
            for (PosePrediction person : people) {
                for (Skeleton.Limb limb : skeleton.limbs()) {
                    ScoredKeypoint from = person.keypoints().get(limb.from());
                    ScoredKeypoint to = person.keypoints().get(limb.to());
                    if (from.confidence() >= CONFIDENT && to.confidence() >= CONFIDENT) {
                        line(from.x(), from.y(), to.x(), to.y());
                    }
                }
            }
            g.setLineDashes();
        }

        private void line(double x1, double y1, double x2, double y2) {
            g.strokeLine(left + x1 * scale, top + y1 * scale, left + x2 * scale, top + y2 * scale);
        }
    }
}
