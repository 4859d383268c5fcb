/** Everything a person can do, once: id, words, icon, shortcut, enablement, effect. */
@NullMarked
package org.posewright.app.action;

import org.jspecify.annotations.NullMarked;
