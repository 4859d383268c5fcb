package org.posewright.app.view.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.BorderPane;

/** Shows one of several screens. Screens register; whoever sets the id decides. */
public final class ScreenHost extends BorderPane {

    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final StringProperty current;

    public ScreenHost(StringProperty current) {
        this.current = current;
        current.subscribe(this::show);
    }

    public void register(Screen screen) {
        screens.put(screen.id(), screen);
        show(current.get());
    }

    private void show(String id) {
        Screen screen = screens.get(id);
        if (screen != null) {
            setTop(screen.toolbar());
            setCenter(screen.content());
            screen.onShown().run();
        }
    }
}
