/** One self-contained HTML page about an evaluation: numbers, charts as SVG, pictures inline; nothing is fetched when it opens. */
@NullMarked
package org.posewright.app.report;

import org.jspecify.annotations.NullMarked;
