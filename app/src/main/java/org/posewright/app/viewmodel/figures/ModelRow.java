package org.posewright.app.viewmodel.figures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.app.download.ModelCatalog;
import org.posewright.app.figures.CountedNetwork;
import org.posewright.app.figures.ModelMeasurement;

/**
 * A line of the models page.
 *
 * @param published null for a model that is no official one
 * @param counted null when its layers are not known
 * @param measured null before anything was measured
 * @param isOpen whether it is the model that is open
 */
public record ModelRow(
        String name,
        ModelCatalog.@Nullable Entry published,
        @Nullable CountedNetwork counted,
        @Nullable ModelMeasurement measured,
        boolean isOpen) {

    public Optional<ModelCatalog.Entry> official() {
        return Optional.ofNullable(published);
    }

    public Optional<CountedNetwork> network() {
        return Optional.ofNullable(counted);
    }

    public Optional<ModelMeasurement> measurement() {
        return Optional.ofNullable(measured);
    }
}
