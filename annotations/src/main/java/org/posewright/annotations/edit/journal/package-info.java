/**
 * The append-only record of edits on disk: one JSON line for each entry, with a sequence number and a checksum, forced to disk before the
 * edit is acknowledged. A torn last line is dropped; what was acknowledged is never lost. See docs/decisions/0301-journal.md.
 */
@NullMarked
package org.posewright.annotations.edit.journal;

import org.jspecify.annotations.NullMarked;
