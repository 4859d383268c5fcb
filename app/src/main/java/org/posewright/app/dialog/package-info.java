/** The only door to dialogs, choosers and notifications. */
@NullMarked
package org.posewright.app.dialog;

import org.jspecify.annotations.NullMarked;
