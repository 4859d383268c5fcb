package org.posewright.annotations.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.People;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;

class QueryTest {

    private static final CancellationToken GO_ON = CancellationToken.NONE;

    /** Pictures 0 … 4 with as many people; 3 is in val; 4 has a person with all points; 5 is not loaded. */
    private static FactTable table() {
        DatasetStore store = new DatasetStore(People.frame());
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            images.add(People.image(i, i));
        }
        images.set(1, images.get(1).withPeople(List.of(allPoints(People.person(0)))));
        store.putLoaded(images);
        store.list(List.of(People.key(5)));
        FactTable.Marks marks = new FactTable.Marks(
                Map.of(
                        People.key(0),
                        ImageStatus.REVIEWED,
                        People.key(2),
                        ImageStatus.flagged("Blurred arm"),
                        People.key(3),
                        new ImageStatus(ReviewState.EDITED, "")),
                Set.of(People.key(3)),
                Map.of(People.key(2), 0.9, People.key(4), 0.25));
        return FactTable.of(store.keys(), store.snapshot(), marks, GO_ON);
    }

    private static PersonInstance allPoints(PersonInstance person) {
        PersonInstance full = person;
        for (int i = 0; i < person.keypoints().size(); i++) {
            full = full.withKeypoint(i, Keypoint.ofFile(i, i, Visibility.VISIBLE));
        }
        return full;
    }

    private static String found(String filter, Sort sort) {
        StringBuilder numbers = new StringBuilder();
        for (ImageKey key : table().find(Filter.parse(filter, People.SKELETON), sort, GO_ON)) {
            numbers.append(key.fileName().charAt(2));
        }
        return numbers.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 012345",
                "split:val | 3",
                "SPLIT:VAL | 3",
                "people>3 | 4",
                "people >= 3 | 34",
                "people=0 | 0",
                "people!=0 | 1234",
                "empty | 0",
                "missing:right_eye | 234",
                "missing:\"Right eye\" | 234",
                "-missing:right_eye | 015",
                "has:right_eye | 1",
                "occluded:nose people>2 | 34",
                "oks<0.7 | 4",
                "oks<0.95 | 24",
                "not oks<0.95 | 0135",
                "edited | 3",
                "flagged or reviewed | 02",
                "status:flagged | 2",
                "unsaved | 3",
                "note:blur | 2",
                "\"blurred arm\" | 2",
                "blurred | 2",
                "name:004 | 4",
                "004.jpg | 4",
                "people>1 (flagged or edited) | 23",
                "people>1 and not (flagged or edited) | 4",
                "joints>40 | 4",
                "crowd | ``",
            })
    void filtersFindWhatTheySay(String filter, String expected) {
        assertThat(found(filter, Sort.DATASET_ORDER)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DATASET_ORDER, 012345",
        "NAME, 012345",
        "MOST_PEOPLE, 432105",
        "WORST_OKS, 420135",
        "UNREVIEWED_FIRST, 231450",
    })
    void sortOrdersKeepEqualPicturesInDatasetOrder(Sort sort, String expected) {
        assertThat(found("", sort)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missing:left_toe | 8 | no keypoint",
                "colour:red | 0 | There is no",
                "people>many | 7 | no number",
                "people>NaN | 7 | no number",
                "height>3 | 0 | is no number",
                "people> | 7 | value is missing",
                "(edited | 0 | not closed",
                "edited) | 6 | not expected",
                "beach \"sand | 6 | not closed",
                "edited or | 9 | condition is missing",
                ":x | 0 | word is missing",
                "status:done | 7 | no status",
            })
    void whatCannotBeUnderstoodIsToldWithItsPlace(String filter, int position, String message) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> Filter.parse(filter, People.SKELETON))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void aSearchEndsWhenNobodyWantsItAnyMore() {
        FactTable table = table();
        assertThatThrownBy(() -> table.find(Filter.ALL, Sort.NAME, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
