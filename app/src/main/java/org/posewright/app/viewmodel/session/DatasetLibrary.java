package org.posewright.app.viewmodel.session;

import java.io.IOException;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Opens datasets with their journals; slow, for jobs. */
@FunctionalInterface
public interface DatasetLibrary {

    /**
     * @throws IOException saying in one sentence what cannot be opened, where, and what to do
     */
    OpenedDataset open(OpenRequest request, ProgressListener progress, CancellationToken token) throws IOException;
}
