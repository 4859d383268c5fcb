package org.posewright.app.dialog;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A dialog whose content a view builds.
 *
 * @param confirm text of the button that confirms; empty for a sheet that can only be closed
 * @param valid whether it can be confirmed now
 */
public record ContentDialog(String title, Node content, String confirm, ObservableValue<Boolean> valid) {}
