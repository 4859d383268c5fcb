package org.posewright.annotations.convert;

/** How pictures get into a converted dataset. */
public enum PictureTransfer {
    /** Copied: the new dataset stands on its own. */
    COPY,
    /** A second name for the same bytes on the same disk; a copy where the disk cannot. A tool that rewrites pictures changes both. */
    HARD_LINK,
    /** A symbolic link to the original. */
    REFERENCE,
    /** Labels only; the pictures are put in place by somebody else. */
    NONE
}
