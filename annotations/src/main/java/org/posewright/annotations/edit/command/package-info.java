/**
 * Edits as values: each command holds what was before and what comes after, so that it can be undone, journalled and replayed. The
 * factories ({@code KeypointEdits}, {@code PersonEdits}, {@code BoxEdits}, {@code SwapEdits}, {@code PredictionEdits}) compute a
 * command from the current state of a picture and change nothing themselves.
 */
@NullMarked
package org.posewright.annotations.edit.command;

import org.jspecify.annotations.NullMarked;
