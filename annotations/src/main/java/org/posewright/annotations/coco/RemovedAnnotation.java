package org.posewright.annotations.coco;

import java.util.OptionalLong;

/**
 * An annotation that a save cut out, as it stood: what the program does not understand of it (segmentation, unknown keys, number
 * texts) comes back with it when the removal is undone.
 *
 * @param id of the annotation
 * @param after id of the nearest annotation before it; empty when it was the first
 * @param before what stood between the element before and this one, comma included; empty for the first
 * @param behind what stood between this one and the next element, comma included; empty for the last
 * @param text from brace to brace
 */
public record RemovedAnnotation(long id, OptionalLong after, byte[] before, byte[] behind, byte[] text) {}
