package org.posewright.app.view.shell;

import javafx.scene.Node;

/**
 * One way to use the window, such as editing or training. It fills everything between menu row and status row.
 *
 * @param id names it for actions and settings
 * @param toolbar row under the menu; styled {@code tool-row}
 * @param onShown runs each time the screen comes up
 */
public record Screen(String id, Node toolbar, Node content, Runnable onShown) {}
