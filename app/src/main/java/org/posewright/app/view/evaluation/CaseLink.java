package org.posewright.app.view.evaluation;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import org.posewright.app.viewmodel.evaluation.CaseKind;

/** Opens the cases behind a count in the work queue. */
@FunctionalInterface
interface CaseLink {

    /** A figure of one digit is hard to hit. */
    double TARGET_WIDTH = 28;

    /** @param joint the only joint that counts; empty for any */
    void open(CaseKind kind, OptionalInt joint);

    /** A count that opens its cases when it is clicked. */
    default Hyperlink link(long count, CaseKind kind, OptionalInt joint, String accessibleText) {
        Hyperlink link = new Hyperlink(Long.toString(count));
        link.setAccessibleText(accessibleText);
        link.setMinWidth(TARGET_WIDTH);
        link.setAlignment(Pos.CENTER_RIGHT);
        link.setOnAction(event -> {
            link.setVisited(false);
            open(kind, joint);
        });
        return link;
    }
}
