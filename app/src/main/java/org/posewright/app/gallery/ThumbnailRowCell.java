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
        boolean others = !now.equals(shown);
        shown = now;
        if (now.isEmpty()) {
            setGraphic(null);
            return;
        }
        while (tiles.size() < now.size()) {
            tiles.add(new ThumbnailTile(grid.look()));
        }
        if (row.getChildren().size() != now.size()) {
            row.getChildren().setAll(tiles.subList(0, now.size()));
        }
        setGraphic(row);
        size();
        if (others) {
            tiles.forEach(ThumbnailTile::blank);
        }
        grid.paintSoon(this);
    }

    /** Whether one of these pictures is in this row. */
    boolean shows(java.util.Set<ImageKey> pictures) {
        return shown.stream().anyMatch(pictures::contains);
    }

    private void size() {
        for (int i = 0; i < shown.size(); i++) {
            tiles.get(i).setWidth(grid.tileWidth());
            tiles.get(i).setHeight(grid.tileHeight());
        }
    }

    void paint() {
        size();
        for (int i = 0; i < shown.size(); i++) {
            grid.paint(tiles.get(i), shown.get(i));
        }
    }
}
