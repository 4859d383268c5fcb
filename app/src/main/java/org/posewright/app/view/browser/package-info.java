/** The list of pictures under its filter and split switch. */
@NullMarked
package org.posewright.app.view.browser;

import org.jspecify.annotations.NullMarked;
