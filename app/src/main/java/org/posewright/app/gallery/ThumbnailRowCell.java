package org.posewright.app.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;

/** A row of tiles; reused while scrolling. */
final class ThumbnailRowCell extends ListCell<List<ImageKey>> {

    private final ThumbnailGrid grid;
    private final HBox row = new HBox(ThumbnailGrid.GAP);
    private final List<ThumbnailTile> tiles = new ArrayList<>();
    private List<ImageKey> shown = List.of();

    ThumbnailRowCell(ThumbnailGrid grid) {
        this.grid = grid;
        setText(null);
        setOnMousePressed(event -> {
            int column = (int) (event.getX() / (grid.tileWidth() + ThumbnailGrid.GAP));
            if (event.getButton() == MouseButton.PRIMARY && column >= 0 && column < shown.size()) {
                grid.selectedProperty().set(shown.get(column));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable List<ImageKey> keys, boolean empty) {
        super.updateItem(keys, empty);
        List<ImageKey> now = empty || keys == null ? List.of() : List.copyOf(keys);
        shown.stream().filter(key -> !now.contains(key)).forEach(grid::released);
        shown = now;
        if (now.isEmpty()) {
            setGraphic(null);
            return;
        }
        while (tiles.size() < now.size()) {
            tiles.add(new ThumbnailTile(grid.look()));
        }
        row.getChildren().setAll(tiles.subList(0, now.size()));
        setGraphic(row);
        paint();
    }

    /** Paints again if a picture of this row changed. */
    void refresh(java.util.Set<ImageKey> changed) {
        if (shown.stream().anyMatch(changed::contains)) {
            paint();
        }
    }

    void paint() {
        for (int i = 0; i < shown.size(); i++) {
            ThumbnailTile tile = tiles.get(i);
            tile.setWidth(grid.tileWidth());
            tile.setHeight(grid.tileHeight());
            grid.paint(tile, shown.get(i));
        }
    }
}
