package org.posewright.annotations.yolo;

import java.util.List;

/**
 * A label file after edits.
 *
 * @param content the new bytes
 * @param rows where each person now stands
 * @param remarks sentences about values that the format cannot hold as they are; usually empty
 */
public record RewrittenLabels(byte[] content, RowOrder rows, List<String> remarks) {

    public RewrittenLabels {
        remarks = List.copyOf(remarks);
    }
}
