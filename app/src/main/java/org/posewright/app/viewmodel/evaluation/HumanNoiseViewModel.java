package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.compare.HumanNoise;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** How far the person at the screen moves joints: labels as the files had them against the labels of now. */
public final class HumanNoiseViewModel {

    private final Workspace workspace;
    private final Map<ImageKey, List<PersonInstance>> originals = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable HumanNoise> noise = new ReadOnlyObjectWrapper<>(this, "noise");
    private final StoreChange.Listener storeListener = this::storeChanged;

    HumanNoiseViewModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.sessionProperty().subscribe(this::sessionChanged);
    }

    /** Null until somebody was corrected by hand. */
    public ReadOnlyObjectProperty<@Nullable HumanNoise> noiseProperty() {
        return noise.getReadOnlyProperty();
    }

    private void sessionChanged(@Nullable DatasetSession before, @Nullable DatasetSession after) {
        if (before != null) {
            before.store().removeListener(storeListener);
        }
        originals.clear();
        noise.set(null);
        if (after != null) {
            after.store().addListener(storeListener);
            remember(after, List.copyOf(after.store().unsavedImages()));
        }
    }

    private void storeChanged(StoreChange change) {
        workspace.session().ifPresent(session -> {
            if (change.kind() == StoreChange.Kind.PEOPLE) {
                remember(session, change.images());
            } else if (change.kind() == StoreChange.Kind.LOADED) {
                // Edits of an earlier session come back with the records.
                remember(
                        session,
                        change.images().stream()
                                .filter(session.store()::isUnsaved)
                                .toList());
            }
        });
    }

    private void remember(DatasetSession session, List<ImageKey> edited) {
        boolean any = false;
        for (ImageKey key : edited) {
            if (session.record(key).isPresent()) {
                originals.putIfAbsent(key, session.store().peopleInFile(key));
                any = true;
            }
        }
        if (any) {
            measure(session);
        }
    }

    private void measure(DatasetSession session) {
        List<HumanNoise.Correction> corrections = new ArrayList<>();
        originals.forEach((key, before) -> {
            ImageRecord now = session.record(key).orElseThrow();
            for (PersonInstance person : before) {
                now.person(person.id())
                        .filter(changed -> !changed.keypoints().equals(person.keypoints()))
                        .ifPresent(changed -> corrections.add(new HumanNoise.Correction(person, byHand(changed))));
            }
        });
        noise.set(corrections.isEmpty() ? null : HumanNoise.of(corrections, session.skeleton(), AreaRule.SEGMENTATION));
    }

    /** Points that came from a model say nothing about people. */
    private static PersonInstance byHand(PersonInstance person) {
        Keypoints points = person.keypoints();
        for (int k = 0; k < points.size(); k++) {
            if (points.provenance(k) == Provenance.MODEL) {
                points = points.with(k, Keypoint.UNLABELED);
            }
        }
        return person.withKeypoints(points);
    }
}
