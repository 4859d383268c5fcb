/** People and keypoints of the open picture as rows. */
@NullMarked
package org.posewright.app.viewmodel.inspector;

import org.jspecify.annotations.NullMarked;
