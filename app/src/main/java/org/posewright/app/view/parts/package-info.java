/** Small pieces that all views are made of: icons, buttons from actions, badges, panels. */
@NullMarked
package org.posewright.app.view.parts;

import org.jspecify.annotations.NullMarked;
