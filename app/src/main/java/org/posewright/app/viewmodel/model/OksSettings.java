package org.posewright.app.viewmodel.model;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.model.Skeleton;

/** How OKS is made for the person who looks: the source of areas, and sigmas of one's own in the place of the dataset's. */
public final class OksSettings {

    private final ObjectProperty<AreaRule> areaRule =
            new SimpleObjectProperty<>(this, "areaRule", AreaRule.SEGMENTATION);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private List<Double> sigmas = List.of();
    private String sigmaSource = "";

    public OksSettings() {
        areaRule.subscribe((before, after) -> revision.set(revision.get() + 1));
    }

    public ObjectProperty<AreaRule> areaRuleProperty() {
        return areaRule;
    }

    /** Changes whenever OKS may come out differently. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /**
     * Takes other sigmas for skeletons of as many points; they are no edit of the dataset.
     *
     * @param values positive, one for each point; empty for the dataset's own
     * @param source for display
     */
    public void useSigmas(List<Double> values, String source) {
        sigmas = List.copyOf(values);
        sigmaSource = source;
        revision.set(revision.get() + 1);
    }

    /** A dataset's skeleton with the sigmas in force. */
    public Skeleton applied(Skeleton skeleton) {
        return sigmas.size() == skeleton.size() ? skeleton.withSigmas(sigmas, sigmaSource) : skeleton;
    }

    /** How a picture of a dataset is compared. */
    public ComparisonRule rule(Skeleton skeleton) {
        return ComparisonRule.forDisplay(applied(skeleton), areaRule.get());
    }
}
