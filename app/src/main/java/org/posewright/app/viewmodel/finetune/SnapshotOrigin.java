package org.posewright.app.viewmodel.finetune;

import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.viewmodel.session.Workspace;

/** Leads from a picture of a label snapshot back to the dataset that is open. */
final class SnapshotOrigin {

    private SnapshotOrigin() {}

    /** The picture of the open dataset; empty when another dataset is open. */
    static Optional<ImageKey> find(Workspace workspace, ImageKey snapshot) {
        return workspace.session().flatMap(session -> session.entry(snapshot)
                .or(() -> session.source().entries().stream()
                        .filter(entry -> entry.key().fileName().equals(snapshot.fileName()))
                        .findFirst())
                .map(ImageEntry::key));
    }

    /** Shows it in the editor's model; whether there is one. */
    static boolean open(Workspace workspace, ImageKey snapshot) {
        Optional<ImageKey> origin = find(workspace, snapshot);
        origin.ifPresent(workspace.imageProperty()::set);
        return origin.isPresent();
    }
}
