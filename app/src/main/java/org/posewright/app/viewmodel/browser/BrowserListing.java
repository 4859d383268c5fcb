package org.posewright.app.viewmodel.browser;

import org.jspecify.annotations.Nullable;
import org.posewright.annotations.query.Sort;
import org.posewright.app.task.Job;
import org.posewright.app.viewmodel.session.DatasetSession;

/** Selects and orders pictures. */
@FunctionalInterface
public interface BrowserListing {

    /** What to list; a null split means all. */
    record Query(@Nullable String split, String filter, Sort sort) {

        /** Whether order or filter go by the agreement with the model. */
        boolean looksAtAgreement() {
            return sort == Sort.WORST_OKS || filter.contains("oks");
        }
    }

    /** Takes what is needed from the session, on the FX thread and quickly; the job does the work. */
    Job<PictureList> prepare(DatasetSession session, Query query);
}
