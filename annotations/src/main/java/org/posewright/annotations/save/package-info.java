/**
 * Writes edited labels back: what a save would change ({@code SavePlan}), which files somebody else changed meanwhile ({@code DiskChange}),
 * and the save itself, atomically, with one backup of each original per session, announced in the journal file by file.
 * {@code EditableDataset} ties it to an {@code EditSession}; its jobs run on any thread.
 */
@NullMarked
package org.posewright.annotations.save;

import org.jspecify.annotations.NullMarked;
