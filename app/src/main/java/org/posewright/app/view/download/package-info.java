/** Dialogs that fetch official models and COCO-Pose. */
@NullMarked
package org.posewright.app.view.download;

import org.jspecify.annotations.NullMarked;
