package org.posewright.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.text.Messages;
import org.posewright.app.view.inspector.OksForm;
import org.testfx.util.WaitForAsyncUtils;

/** COCO's sigmas are tenths in binary: readable in the form, exact in what comes out of it. */
@ExtendWith(HeadlessFx.class)
class OksFormTest {

    private static final long PATIENCE_SECONDS = 60;

    @Test
    void sigmasAreShortToReadAndExactUnlessTyped() throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(() -> {
            OksForm form = new OksForm(
                    Skeletons.COCO_PERSON, Skeletons.COCO_PERSON, AreaRule.SEGMENTATION, new Messages(Locale.ENGLISH));
            List<TextField> fields = fields(form);
            assertThat(fields).extracting(TextField::getText).allMatch(text -> text.length() == "0.0260".length());
            assertThat(form.sigmas()).hasValue(Skeletons.COCO_PERSON.sigmas());
            fields.get(0).setText("0.5");
            assertThat(form.sigmas().orElseThrow().get(0)).isEqualTo(0.5);
            assertThat(form.sigmas().orElseThrow().get(1))
                    .isEqualTo(Skeletons.COCO_PERSON.sigmas().get(1));
            fields.get(0).setText("much");
            assertThat(form.sigmas()).isEmpty();
        }));
    }

    private static List<TextField> fields(OksForm form) {
        ScrollPane scroll =
                (ScrollPane) form.getChildren().get(form.getChildren().size() - 1);
        return ((GridPane) scroll.getContent())
                .getChildren().stream()
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .toList();
    }
}
