package org.posewright.app.report;

/**
 * A case worth a look.
 *
 * @param title such as the file name
 * @param caption what is wrong there, one phrase
 * @param jpeg the picture with its skeletons drawn, encoded
 */
public record ReportPicture(String title, String caption, byte[] jpeg) {}
