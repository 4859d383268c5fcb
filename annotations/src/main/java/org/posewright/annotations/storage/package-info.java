/**
 * Files that must not be lost: atomic replacement, fingerprints that tell whether a file changed, one backup of each original per
 * session, and the texts of numbers as label files hold them.
 */
@NullMarked
package org.posewright.annotations.storage;

import org.jspecify.annotations.NullMarked;
