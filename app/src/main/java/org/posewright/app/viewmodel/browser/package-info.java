/** The list of pictures: splits, filter, order, and the way from one picture to the next. */
@NullMarked
package org.posewright.app.viewmodel.browser;

import org.jspecify.annotations.NullMarked;
