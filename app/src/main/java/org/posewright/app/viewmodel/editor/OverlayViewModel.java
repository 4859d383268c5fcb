package org.posewright.app.viewmodel.editor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.canvas.layer.Palette;

/** What is shown over the picture, as switches that toolbar, menu and keys share. */
public final class OverlayViewModel {

    private final ObjectProperty<OverlayOptions> options =
            new SimpleObjectProperty<>(this, "options", OverlayOptions.DEFAULT);
    private final Map<OverlayOptions.Switch, BooleanProperty> switches = new EnumMap<>(OverlayOptions.Switch.class);
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Palette.SIDES);

    public OverlayViewModel() {
        for (OverlayOptions.Switch layer : OverlayOptions.Switch.values()) {
            BooleanProperty on = new SimpleBooleanProperty(this, layer.name(), OverlayOptions.DEFAULT.shows(layer));
            on.subscribe(shown -> options.set(options.get().with(layer, shown)));
            switches.put(layer, on);
        }
        palette.subscribe(chosen -> options.set(options.get().with(chosen)));
        options.subscribe(this::follow);
    }

    public ObjectProperty<OverlayOptions> optionsProperty() {
        return options;
    }

    public BooleanProperty shown(OverlayOptions.Switch layer) {
        return Objects.requireNonNull(switches.get(layer));
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Takes all skeletons off the picture, as long as a key is held. */
    public void hideAll(boolean hidden) {
        options.set(options.get().withHidden(hidden));
    }

    private void follow(OverlayOptions now) {
        switches.forEach((layer, on) -> on.set(now.shows(layer)));
        palette.set(now.palette());
    }
}
