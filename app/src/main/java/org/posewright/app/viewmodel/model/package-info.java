/** The open model: descriptor, device, predictions for a picture and for a split, sliders. */
@NullMarked
package org.posewright.app.viewmodel.model;

import org.jspecify.annotations.NullMarked;
