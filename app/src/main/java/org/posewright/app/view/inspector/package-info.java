/** People and keypoints of the open picture. */
@NullMarked
package org.posewright.app.view.inspector;

import org.jspecify.annotations.NullMarked;
