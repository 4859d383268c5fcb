package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;

class EditPropertiesTest {

    private static EditHistory history(DatasetStore store) {
        return new EditHistory(store, new RecordingLog(), key -> LabelVersion.NONE, () -> Instant.EPOCH);
    }

    private static Map<ImageKey, ImageStatus> statuses(DatasetStore store) {
        return store.keys().stream().collect(Collectors.toMap(Function.identity(), store::status));
    }

    @Property(tries = 60)
    void undoingEverythingRestoresTheBeginningAndRedoingEverythingTheEnd(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int edits) {
        DatasetStore store = People.store(3, 3);
        EditHistory history = history(store);
        RandomEdits person = new RandomEdits(store, history, random);
        Dataset beginning = store.snapshot();
        Map<ImageKey, ImageStatus> statusAtBeginning = statuses(store);
        for (int i = 0; i < edits; i++) {
            person.edit();
        }
        Dataset end = store.snapshot();
        Map<ImageKey, ImageStatus> statusAtEnd = statuses(store);

        while (history.undo().isPresent()) {
            assertThat(store.loadedCount()).isEqualTo(3);
        }
        assertThat(store.snapshot()).isEqualTo(beginning);
        assertThat(statuses(store)).isEqualTo(statusAtBeginning);
        assertThat(store.unsavedImages()).isEmpty();
        while (history.redo().isPresent()) {
            assertThat(store.loadedCount()).isEqualTo(3);
        }
        assertThat(store.snapshot()).isEqualTo(end);
        assertThat(statuses(store)).isEqualTo(statusAtEnd);
    }

    @Property(tries = 200)
    void theInverseOfACommandTakesItBack(@ForAll Random random) {
        DatasetStore store = People.store(2, 3);
        EditHistory history = history(store);
        RandomEdits person = new RandomEdits(store, history, random);
        List<Dataset> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            states.add(store.snapshot());
            try {
                EditCommand command = person.command();
                history.submit(command);
                history.submit(command.inverse());
            } catch (EditRefusedException e) {
                assertThat(e).hasNoCause();
            }
        }
        assertThat(states).containsOnly(states.get(0));
        assertThat(store.snapshot()).isEqualTo(states.get(0));
    }
}
