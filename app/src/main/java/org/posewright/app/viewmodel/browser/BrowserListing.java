package org.posewright.app.viewmodel.browser;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.task.Job;
import org.posewright.app.viewmodel.session.DatasetSession;

/** Selects and orders pictures. */
public interface BrowserListing {

    /** What to list; a null split means all. */
    record Query(@Nullable String split, String filter, BrowserOrder order) {}

    /** Takes what is needed from the session, on the FX thread and quickly; the job does the work. */
    Job<PictureList> prepare(DatasetSession session, Query query);

    /** Mean OKS of a picture; empty while not compared. */
    OptionalDouble oks(ImageKey key);
}
