package org.posewright.app.view.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows one of several screens. Screens register; whoever sets the id decides. */
public final class ScreenHost extends StackPane {

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final StringProperty current;
    private @Nullable Preparation preparation;

    private record Page(Node node, Runnable onShown) {}

    private record Preparation(Page page, GradualAttachment pieces) {}

    public ScreenHost(StringProperty current) {
        this.current = current;
        current.subscribe(this::show);
    }

    public void register(Screen screen) {
        BorderPane page = new BorderPane(screen.content());
        page.setTop(screen.toolbar());
        pages.put(screen.id(), new Page(page, screen.onShown()));
        if (screen.id().equals(current.get())) {
            show(screen.id());
        }
    }

    /**
     * Begins to bring a screen into the window piece by piece, unseen behind the one that is shown, so that it comes up quickly later.
     *
     * @return how many calls of {@link #preparePiece} that takes
     */
    public int prepare(String id) {
        Page page = pages.get(id);
        if (page == null || getChildren().contains(page.node)) {
            return 0;
        }
        page.node.setVisible(false);
        GradualAttachment pieces = new GradualAttachment(getChildren(), page.node);
        preparation = new Preparation(page, pieces);
        return pieces.stepsLeft();
    }

    /** The next piece of the screen that is prepared. */
    public void preparePiece() {
        if (preparation != null) {
            preparation.pieces.step();
        }
    }

    private void show(String id) {
        Page page = pages.get(id);
        if (page == null) {
            return;
        }
        if (preparation != null && preparation.page == page) {
            preparation.pieces.finish();
        }
        page.node.setVisible(true);
        getChildren().removeIf(node -> node != page.node && !isPrepared(node));
        if (!getChildren().contains(page.node)) {
            getChildren().add(page.node);
        }
        page.onShown.run();
    }

    /** Whether it waits behind the screen that is shown, and has never been seen. */
    private boolean isPrepared(Node node) {
        return preparation != null && preparation.page.node == node && !node.isVisible();
    }
}
