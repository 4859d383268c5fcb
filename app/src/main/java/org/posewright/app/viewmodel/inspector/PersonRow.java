package org.posewright.app.viewmodel.inspector;

import java.util.OptionalDouble;

/**
 * A person in the list.
 *
 * @param ordinal place in the picture, from 0; gives the colour
 * @param remark what is special: crowd, nobody labelled a point, not found by the model; empty for nothing
 * @param oks empty when there is nothing to compare
 */
public record PersonRow(
        long id, int ordinal, int labeled, int total, String remark, OptionalDouble oks, boolean selected) {}
