package org.posewright.annotations.evaluation.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;

/** What people decided about cases. */
class VerdictBookTest {

    @Test
    void verdictsSurviveTheirTextForm() {
        VerdictSubject picture = VerdictSubject.ofPicture(new ImageKey("a b.jpg"));
        VerdictSubject person = VerdictSubject.ofPerson(new ImageKey("a b.jpg"), new Box(10, 20, 5, 4), List.of());
        VerdictSubject joints = VerdictSubject.ofPerson(new ImageKey("a b.jpg"), new Box(10, 20, 5, 4), List.of(10, 9));
        VerdictSubject prediction = VerdictSubject.ofPrediction(new ImageKey("c\td.jpg"), new Box(-9, 0, 4, 4));
        VerdictBook book = VerdictBook.EMPTY
                .with(picture, Verdict.LABEL_WRONG)
                .with(prediction, Verdict.BOTH_FINE)
                .with(joints, Verdict.LABEL_WRONG)
                .with(picture, Verdict.MODEL_WRONG);
        assertThat(VerdictBook.ofLines(book.toLines())).isEqualTo(book);
        assertThat(book.toLines()).contains("LABEL_WRONG\ta b.jpg\tperson at 13,22 joints 9,10");
        assertThat(book.of(joints)).contains(Verdict.LABEL_WRONG);
        assertThat(book.of(person))
                .as("the picture's verdict counts for its people")
                .contains(Verdict.MODEL_WRONG);
        assertThat(book.on(person)).isEmpty();
        assertThat(book.without(prediction).of(prediction)).isEmpty();
        assertThat(book.of(prediction)).contains(Verdict.BOTH_FINE);
        assertThatThrownBy(() -> VerdictBook.ofLines(List.of("BOTH_FINE\tx.jpg", "SOMETHING\tx.jpg")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("SOMETHING");
    }
}
