package org.posewright.app.story;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.Chart;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;

/** Looks at everything that a scene shows: who has no name for a screen reader, whose words are cut off. */
final class SceneAudit {

    private static final double ROUNDING = 1;

    private final Scene scene;
    private final Set<Node> labelled = new HashSet<>();

    SceneAudit(Scene scene) {
        this.scene = scene;
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** Controls that somebody can focus or press and that have neither words, nor an accessible text, nor a label of theirs. */
    List<String> nameless() {
        walk(scene.getRoot(), node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        List<String> found = new ArrayList<>();
        walk(scene.getRoot(), node -> {
            if (needsName(node) && !hasName(node)) {
                found.add(describe(node));
            }
        });
        return found;
    }

    /** Words that end in an ellipsis without a tooltip that tells them all, and words outside the window. */
    List<String> clipped() {
        List<String> found = new ArrayList<>();
        walk(scene.getRoot(), node -> {
            if (node instanceof Labeled labeled && isSeen(labeled) && hasWords(labeled.getText())) {
                if (isShortened(labeled) && !tooltipTells(labeled)) {
                    found.add("shortened: " + describe(labeled));
                } else if (isOutside(labeled)) {
                    found.add("outside: " + describe(labeled));
                }
            }
        });
        return found;
    }

    /** Writes what the scene looks like. */
    void picture(Path file) {
        Image shown = scene.snapshot(null);
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needsName(Node node) {
        boolean passive = node instanceof ScrollBar
                || node instanceof Separator
                || node instanceof SplitPane
                || node instanceof MenuBar
                || node instanceof Cell<?>
                || node instanceof Label;
        return !passive && (node.isFocusTraversable() || node instanceof javafx.scene.control.ButtonBase);
    }

    private boolean hasName(Node node) {
        return hasWords(node.getAccessibleText())
                || node instanceof Labeled labeled && hasWords(labeled.getText())
                || labelled.contains(node);
    }

    private static boolean hasWords(String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isShortened(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text words && child != labeled.getGraphic()) {
                return !letters(words.getText()).equals(letters(labeled.getText()));
            }
        }
        return false;
    }

    /** Without mnemonics and line breaks. */
    private static String letters(String text) {
        return text.replaceAll("[_\\s]", "");
    }

    private static boolean tooltipTells(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Control control) {
                Tooltip tooltip = control.getTooltip();
                if (tooltip != null && hasWords(tooltip.getText())) {
                    return true;
                }
            }
            Object installed = at.getProperties().get("javafx.scene.control.Tooltip");
            if (installed instanceof Tooltip tooltip && hasWords(tooltip.getText())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane
                    || at instanceof ListView<?>
                    || at instanceof TableView<?>
                    || at instanceof Chart) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getMinX() < -ROUNDING
                || bounds.getMinY() < -ROUNDING
                || bounds.getMaxX() > scene.getWidth() + ROUNDING
                || bounds.getMaxY() > scene.getHeight() + ROUNDING;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getBoundsInLocal().getWidth() > 0 && node.getBoundsInLocal().getHeight() > 0;
    }

    /** Goes through what this program has built and leaves out what a control's own skin consists of. */
    private static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        boolean opaque = node instanceof Control && !holdsOthers(node) || node instanceof Chart;
        if (!opaque && node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, visitor));
        }
        if (node instanceof Labeled labeled && !(node instanceof Cell<?>) && labeled.getGraphic() != null) {
            walk(labeled.getGraphic(), visitor);
        }
    }

    private static boolean holdsOthers(Node node) {
        return node instanceof ScrollPane
                || node instanceof SplitPane
                || node instanceof ButtonBar
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof Cell<?>
                || node.getClass().getName().startsWith("org.posewright");
    }

    private String describe(Node node) {
        StringBuilder words = new StringBuilder(node.getClass().getSimpleName());
        words.append(node.getStyleClass());
        if (node instanceof Labeled labeled) {
            words.append(" '").append(labeled.getText()).append('\'');
            labeled.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText())
                    .forEach(shown -> words.append(" shown as '").append(shown).append('\''));
        }
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getClass().getName().startsWith("org.posewright")) {
                words.append(" in ").append(at.getClass().getSimpleName());
                break;
            }
        }
        return words.toString();
    }
}
