/** The open picture: what is shown, what is selected, what is being changed. */
@NullMarked
package org.posewright.app.viewmodel.editor;

import org.jspecify.annotations.NullMarked;
