package org.posewright.annotations.edit.journal;

/**
 * What must be equal for a journal to fit a dataset. Names may change between sessions; how people are numbered and how many points
 * they have may not.
 *
 * @param labelFormat "yolo" or "coco": ids of people mean different things in each
 */
public record JournalIdentity(String labelFormat, int keypointCount) {}
