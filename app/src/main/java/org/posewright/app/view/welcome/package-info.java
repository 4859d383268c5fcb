/** What is shown while nothing is open. */
@NullMarked
package org.posewright.app.view.welcome;

import org.jspecify.annotations.NullMarked;
