/** Starts the program and puts its parts together. */
@NullMarked
package org.posewright.app.bootstrap;

import org.jspecify.annotations.NullMarked;
