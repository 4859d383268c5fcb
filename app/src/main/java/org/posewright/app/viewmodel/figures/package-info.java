/** The models page: published, counted and measured figures side by side. */
@NullMarked
package org.posewright.app.viewmodel.figures;

import org.jspecify.annotations.NullMarked;
