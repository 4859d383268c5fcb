package org.posewright.app.viewmodel.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PosePrediction;

/** What the model says about pictures, as the sliders let it through. */
public interface PredictionSource {

    /** Best score first; empty when the picture has not been predicted. */
    List<PosePrediction> predictions(ImageKey image);

    /**
     * What {@link #predictions} answers as the sliders are now, to be worked out later on any thread; empty when the picture has not been
     * predicted.
     */
    Optional<Supplier<List<PosePrediction>>> reading(ImageKey image);

    /** Whether the model has seen the picture. */
    boolean isPredicted(ImageKey image);

    /** Changes whenever {@link #predictions} may answer differently. */
    ObservableValue<? extends Number> revision();

    /** Changes when predictions come from elsewhere, such as another model, so that nothing worked out before holds any more. */
    ObservableValue<? extends Number> origin();
}
