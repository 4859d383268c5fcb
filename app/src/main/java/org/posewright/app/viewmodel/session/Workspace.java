package org.posewright.app.viewmodel.session;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;

/** What all screens share: the open dataset and the picture that is looked at. */
public final class Workspace {

    private final ReadOnlyObjectWrapper<@Nullable DatasetSession> session =
            new ReadOnlyObjectWrapper<>(this, "session");
    private final ObjectProperty<@Nullable ImageKey> image = new SimpleObjectProperty<>(this, "image");

    /** Null while nothing is open. */
    public ReadOnlyObjectProperty<@Nullable DatasetSession> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Optional<DatasetSession> session() {
        return Optional.ofNullable(session.get());
    }

    /** The picture that is looked at; null for none. */
    public ObjectProperty<@Nullable ImageKey> imageProperty() {
        return image;
    }

    /** Puts another dataset in the place of the one that was open. */
    public void replace(@Nullable DatasetSession opened) {
        image.set(null);
        session.set(opened);
    }
}
