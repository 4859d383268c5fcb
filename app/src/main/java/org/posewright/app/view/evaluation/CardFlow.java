package org.posewright.app.view.evaluation;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Cards side by side, as many as fit, together as wide as the window. */
class CardFlow extends FlowPane {

    private final double leastWidth;

    /** @param leastWidth of a card; a row takes another card when there is room for it */
    CardFlow(double leastWidth) {
        this.leastWidth = leastWidth;
        getStyleClass().add("compare-page");
    }

    /** Shows cards in the place of those before. */
    final void showCards(java.util.List<? extends Region> cards) {
        getChildren().setAll(cards);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int columns = (int) Math.max(1, Math.floor((room + getHgap()) / (leastWidth + getHgap())));
        double width = Math.floor((room - (columns - 1) * getHgap()) / columns);
        for (Node child : getManagedChildren()) {
            if (child instanceof Region card && card.getPrefWidth() != width && width > 0) {
                card.setPrefWidth(width);
            }
        }
        super.layoutChildren();
    }
}
