/** What is wrong with the files of a dataset. */
@NullMarked
package org.posewright.app.view.problems;

import org.jspecify.annotations.NullMarked;
