package org.posewright.app.view.finetune;

import javafx.scene.Node;

/** Keeps a node up to date while it is in the window; what it missed meanwhile is made up for when it comes back. */
final class WhileSeen {

    private final Node node;
    private final Runnable update;
    private boolean isStale;

    WhileSeen(Node node, Runnable update) {
        this.node = node;
        this.update = update;
        node.sceneProperty().subscribe(scene -> {
            if (scene != null && isStale) {
                isStale = false;
                update.run();
            }
        });
    }

    /** Something has changed. */
    void changed() {
        isStale = node.getScene() == null;
        if (!isStale) {
            update.run();
        }
    }
}
