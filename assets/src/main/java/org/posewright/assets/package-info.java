/** Style sheets, icons, messages and sample data, with one class that finds them. */
@NullMarked
package org.posewright.assets;

import org.jspecify.annotations.NullMarked;
