/** Fetches models and datasets from their official addresses: resumable, checked, unpacked with care. */
@NullMarked
package org.posewright.app.download;

import org.jspecify.annotations.NullMarked;
