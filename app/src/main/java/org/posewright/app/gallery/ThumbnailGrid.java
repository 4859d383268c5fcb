package org.posewright.app.gallery;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.theme.ThemeService;

/**
 * Thumbnails in rows of fixed height over a virtual list: what is not on the screen costs nothing. Holds keys only; everything
 * else is asked for when a row comes into view.
 */
public final class ThumbnailGrid extends StackPane {

    static final double GAP = 9;
    private static final double LEAST_TILE_WIDTH = 92;
    private static final double SCROLL_BAR = 14;
    private static final double HEIGHT_SHARE = 0.84;

    /** How long rows are painted in one pulse before the others wait for the next. */
    private static final long PAINTING_NANOS = 2_000_000;

    private final ThumbnailSource source;
    private final ThumbnailCache cache;
    private final TileLook look;
    private RowList rows = new RowList(List.of(), 2);
    private final ListView<List<ImageKey>> list = new ListView<>(rows);
    private final Set<ThumbnailRowCell> cells = java.util.Collections.newSetFromMap(new WeakHashMap<>());
    private final ObjectProperty<@Nullable ImageKey> selected = new SimpleObjectProperty<>(this, "selected");
    private final Set<ThumbnailRowCell> stale = new LinkedHashSet<>();
    private final Runnable pulse = this::paintStale;
    private List<ImageKey> keys = List.of();
    private ToIntFunction<ImageKey> placeOf = key -> -1;
    private double tileWidth = LEAST_TILE_WIDTH;

    public ThumbnailGrid(ThumbnailSource source, ThumbnailCache cache, ThemeService theme) {
        this.source = source;
        this.cache = cache;
        this.look = new TileLook(theme);
        list.getStyleClass().add("thumbnail-list");
        list.accessibleTextProperty().bind(accessibleTextProperty());
        list.setCellFactory(view -> {
            ThumbnailRowCell cell = new ThumbnailRowCell(this);
            cells.add(cell);
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().add(list);
        widthProperty().subscribe(this::arrange);
        selected.subscribe((before, after) -> selectionChanged(before, after));
        theme.tokensProperty().subscribe(this::refreshAll);
        sceneProperty().subscribe((before, after) -> followScene(before, after));
    }

    /**
     * Shows these pictures, in this order.
     *
     * @param places finds the place of a key without a scan; -1 for one that is not listed
     */
    public void show(List<ImageKey> newKeys, ToIntFunction<ImageKey> places) {
        keys = newKeys;
        placeOf = places;
        fill(columns());
    }

    public ObjectProperty<@Nullable ImageKey> selectedProperty() {
        return selected;
    }

    /** Paints tiles again whose picture changed, as far as they are on the screen, in the next pulses. */
    public void refresh(Collection<ImageKey> changed) {
        Set<ImageKey> set = changed instanceof Set<ImageKey> already ? already : new HashSet<>(changed);
        cells.stream().filter(cell -> cell.shows(set)).forEach(this::paintSoon);
    }

    /** Paints all tiles on the screen again, in the next pulses. */
    public void refreshAll() {
        cells.forEach(this::paintSoon);
    }

    /** Has a row painted after the layout of this pulse, or in one of the next when there is much to paint. */
    void paintSoon(ThumbnailRowCell row) {
        stale.add(row);
        if (getScene() != null) {
            Platform.requestNextPulse();
        }
    }

    private void paintStale() {
        long end = System.nanoTime() + PAINTING_NANOS;
        // Painting may bring out that more is stale.
        while (!stale.isEmpty() && System.nanoTime() < end) {
            ThumbnailRowCell row = stale.iterator().next();
            stale.remove(row);
            row.paint();
        }
        if (!stale.isEmpty()) {
            Platform.requestNextPulse();
        }
    }

    private void followScene(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.removePostLayoutPulseListener(pulse);
        }
        if (after != null) {
            after.addPostLayoutPulseListener(pulse);
            Platform.requestNextPulse();
        }
    }

    /** Brings a place of the list into view, with as little movement as possible. */
    public void reveal(int index) {
        if (index >= 0) {
            int row = index / rows.columns();
            boolean visible = cells.stream()
                    .anyMatch(cell -> !cell.isEmpty()
                            && cell.getIndex() == row
                            && cell.getBoundsInParent().getMinY() >= 0
                            && cell.getBoundsInParent().getMaxY() <= list.getHeight());
            if (!visible) {
                list.scrollTo(Math.max(0, row - 1));
            }
        }
    }

    TileLook look() {
        return look;
    }

    double tileWidth() {
        return tileWidth;
    }

    double tileHeight() {
        return Math.round(tileWidth * HEIGHT_SHARE);
    }

    void paint(ThumbnailTile tile, ImageKey key) {
        Optional<Image> pixels = cache.get(key, arrived -> refresh(Set.of(arrived)));
        boolean chosen = key.equals(selected.get());
        if (cache.isUnreadable(key)) {
            tile.paintUnreadable(source.thumbnail(key), chosen);
        } else {
            tile.paint(source.thumbnail(key), pixels, source.skeleton(), chosen);
        }
    }

    void released(ImageKey key) {
        cache.release(key);
    }

    private int columns() {
        double room = Math.max(0, getWidth() - SCROLL_BAR);
        return Math.max(1, (int) ((room + GAP) / (LEAST_TILE_WIDTH + GAP)));
    }

    private void fill(int columns) {
        rows = new RowList(keys, columns);
        list.setItems(rows);
    }

    private void arrange() {
        double room = Math.max(LEAST_TILE_WIDTH, getWidth() - SCROLL_BAR);
        int columns = columns();
        tileWidth = Math.floor((room - GAP * (columns - 1)) / columns);
        list.setFixedCellSize(tileHeight() + GAP);
        if (columns != rows.columns()) {
            fill(columns);
        }
        refreshAll();
    }

    private void selectionChanged(@Nullable ImageKey before, @Nullable ImageKey after) {
        Set<ImageKey> changed = new HashSet<>();
        if (before != null) {
            changed.add(before);
        }
        if (after != null) {
            changed.add(after);
        }
        refresh(changed);
    }

    private void key(KeyEvent event) {
        ImageKey current = selected.get();
        int at = current == null ? -1 : placeOf.applyAsInt(current);
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -rows.columns();
                    case DOWN -> rows.columns();
                    default -> 0;
                };
        if (step != 0) {
            int to = Math.max(0, Math.min(keys.size() - 1, at + step));
            if (!keys.isEmpty()) {
                selected.set(keys.get(to));
                reveal(to);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            event.consume();
        }
    }
}
