package org.posewright.app.view.guide;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.assets.Assets;

/** The first steps, with pictures of the sample dataset; the same as {@code docs/guide.md}. */
public final class GuideView extends ScrollPane {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 540;
    private static final double PICTURE_WIDTH = 730;

    /** Key of a section and the picture that goes with it. */
    private record Section(String key, Optional<String> picture) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("open", Optional.empty()),
            new Section("see", Optional.of("editor")),
            new Section("correct", Optional.empty()),
            new Section("compare", Optional.of("compare")),
            new Section("train", Optional.empty()),
            new Section("find", Optional.of("palette")));

    public GuideView(Messages messages) {
        VBox page = new VBox(10);
        for (Section section : SECTIONS) {
            Label title = new Label(messages.text("guide." + section.key() + ".title"));
            title.getStyleClass().add("title-4");
            Label text = new Label(messages.text("guide." + section.key()));
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            page.getChildren().addAll(title, text);
            section.picture().ifPresent(name -> page.getChildren().add(picture(name, title.getText())));
        }
        page.getStyleClass().add("guide-page");
        setContent(page);
        setFitToWidth(true);
        setPrefViewportWidth(WIDTH);
        setPrefViewportHeight(HEIGHT);
        setMinWidth(WIDTH);
        setAccessibleText(messages.text("action.help.guide"));
        getStyleClass().add("edge-to-edge");
    }

    private static ImageView picture(String name, String words) {
        // In the background, as decoding takes longer than a frame.
        ImageView view =
                new ImageView(new Image(Assets.url("guide/" + name + ".png").toExternalForm(), true));
        view.setFitWidth(PICTURE_WIDTH);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words);
        return view;
    }
}
