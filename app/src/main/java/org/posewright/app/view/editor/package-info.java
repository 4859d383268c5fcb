/** The open picture with its tool row, hints and legend. */
@NullMarked
package org.posewright.app.view.editor;

import org.jspecify.annotations.NullMarked;
