/**
 * Finds and orders pictures for the browser and counts what a dataset holds. A job takes {@code ImageFacts}, a few numbers for each picture,
 * and gives back keys in order; nothing here knows the store, so that 118,287 pictures never hold up the window.
 */
@NullMarked
package org.posewright.annotations.query;

import org.jspecify.annotations.NullMarked;
