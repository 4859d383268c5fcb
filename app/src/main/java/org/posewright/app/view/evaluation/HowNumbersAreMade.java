package org.posewright.app.view.evaluation;

import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** The sentence that says which arithmetic, areas and sigmas numbers rest on. */
final class HowNumbersAreMade {

    private HowNumbersAreMade() {}

    /** @param result null before an evaluation */
    static String sentence(@Nullable SplitEvaluation result, Messages messages) {
        boolean boxes = result != null && result.truth().areaRule() == AreaRule.BOX_SHARE;
        String area = messages.text(boxes ? "compare.how.box" : "compare.how.segmentation");
        String rule = messages.text("compare.how", area);
        return result == null
                ? rule
                : rule
                        + " "
                        + messages.text(
                                "compare.how.counts",
                                result.ignoredPeople(),
                                result.skeleton().sigmaSource());
    }
}
