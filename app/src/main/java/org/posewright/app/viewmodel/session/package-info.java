/** The open dataset with its edits, as every screen shares it. */
@NullMarked
package org.posewright.app.viewmodel.session;

import org.jspecify.annotations.NullMarked;
