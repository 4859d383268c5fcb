/**
 * The command line: one class per command, arguments as {@code key=value} with the field's names.
 *
 * <p>No toolkit is loaded here, so that every command runs on a machine without a display.
 */
@NullMarked
package org.posewright.app.cli;

import org.jspecify.annotations.NullMarked;
