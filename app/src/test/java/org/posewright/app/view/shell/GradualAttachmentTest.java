package org.posewright.app.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posewright.app.fx.HeadlessFx;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(HeadlessFx.class)
class GradualAttachmentTest {

    private final Button undo = new Button("undo");
    private final Button redo = new Button("redo");
    private final HBox toolbar = new HBox(undo, redo);
    private final Label first = new Label("first");
    private final Label second = new Label("second");
    private final VBox list = new VBox(first, second);
    private final ScrollPane scroll = new ScrollPane(list);
    private final StackPane picture = new StackPane(new Label("picture"));
    private final SplitPane split = new SplitPane(scroll, picture);
    private final Label status = new Label("status");
    private final BorderPane page = new BorderPane(split, toolbar, null, status, null);
    private final StackPane root = new StackPane();

    @Test
    void everythingIsInItsPlaceInTheEndAndComesOneByOne() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Scene scene = new Scene(root, 400, 300);
            GradualAttachment pieces = new GradualAttachment(root.getChildren(), page);
            assertThat(toolbar.getChildren()).isEmpty();
            assertThat(page.getScene()).isNull();
            int steps = pieces.stepsLeft();
            assertThat(steps).isEqualTo(9);
            int inScene = count(scene.getRoot());
            for (int i = 0; i < steps; i++) {
                pieces.step();
                assertThat(count(scene.getRoot())).isGreaterThanOrEqualTo(inScene);
                inScene = count(scene.getRoot());
            }
            assertThat(pieces.stepsLeft()).isZero();
            assertInPlace();
        });
    }

    @Test
    void whatIsWantedAtOnceComesAtOnceAndNothingTwice() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            new Scene(root, 400, 300);
            GradualAttachment pieces = new GradualAttachment(root.getChildren(), page);
            // As when its owner fills a row anew before its turn has come.
            ObservableList<Node> row = toolbar.getChildren();
            row.setAll(undo, redo);
            pieces.finish();
            assertInPlace();
        });
    }

    private void assertInPlace() {
        assertThat(root.getChildren()).containsExactly(page);
        assertThat(page.getTop()).isSameAs(toolbar);
        assertThat(page.getCenter()).isSameAs(split);
        assertThat(page.getBottom()).isSameAs(status);
        assertThat(page.getChildren()).containsExactlyInAnyOrder(toolbar, split, status);
        assertThat(toolbar.getChildren()).containsExactly(undo, redo);
        assertThat(split.getItems()).containsExactly(scroll, picture);
        assertThat(scroll.getContent()).isSameAs(list);
        assertThat(list.getChildren()).containsExactly(first, second);
        assertThat(picture.getChildren()).hasSize(1);
        assertThat(undo.getSkin()).as("styled").isNotNull();
    }

    private static int count(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? 1
                        + parent.getChildrenUnmodifiable().stream()
                                .mapToInt(GradualAttachmentTest::count)
                                .sum()
                : 1;
    }
}
