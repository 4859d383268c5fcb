package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;

class DatasetStoreTest {

    private final DatasetStore store = new DatasetStore(People.frame());

    @Test
    void recordsMayArriveLateAndInAnyOrder() {
        List<StoreChange> changes = new ArrayList<>();
        store.addListener(changes::add);
        store.list(List.of(People.key(0), People.key(1), People.key(2)));
        store.putLoaded(List.of(People.image(2, 1)));
        store.putLoaded(List.of(People.image(0, 1)));
        assertThat(store.keys()).containsExactly(People.key(0), People.key(1), People.key(2));
        assertThat(store.indexOf(People.key(2))).isEqualTo(2);
        assertThat(store.indexOf(People.key(9))).isEqualTo(-1);
        assertThat(store.loadedCount()).isEqualTo(2);
        assertThat(store.find(People.key(1))).isEmpty();
        assertThatThrownBy(() -> store.get(People.key(1))).isInstanceOf(EditRefusedException.class);
        assertThat(store.snapshot().images())
                .extracting(ImageRecord::key)
                .containsExactly(People.key(0), People.key(2));
        assertThat(changes)
                .containsExactly(
                        new StoreChange(StoreChange.Kind.LISTED, List.of(People.key(0), People.key(1), People.key(2))),
                        new StoreChange(StoreChange.Kind.LOADED, List.of(People.key(2))),
                        new StoreChange(StoreChange.Kind.LOADED, List.of(People.key(0))));
    }

    @Test
    void snapshotsAreSharedUntilSomethingChangesAndNeverChangeThemselves() {
        store.putLoaded(List.of(People.image(0, 1)));
        Dataset first = store.snapshot();
        assertThat(store.snapshot()).isSameAs(first);
        store.putLoaded(List.of(People.image(1, 1)));
        assertThat(first.images()).hasSize(1);
        assertThat(store.snapshot().images()).hasSize(2);
    }

    @Test
    void newIdsAreAboveAllThatWereEverSeen() {
        store.putLoaded(List.of(People.image(0, 3)));
        assertThat(store.newPersonId()).isEqualTo(3);
        store.setPeople(People.key(0), List.of(People.person(0).withId(40)));
        store.setPeople(People.key(0), List.of());
        assertThat(store.newPersonId()).isEqualTo(41);
    }

    @Test
    void aRecordThatIsReadAgainKeepsEditsThatAreNotSaved() {
        store.putLoaded(List.of(People.image(0, 3), People.image(1, 3)));
        ImageKey edited = People.key(0);
        store.setPeople(edited, List.of());
        store.putLoaded(List.of(People.image(0, 2), People.image(1, 2)));
        assertThat(store.get(edited).people()).isEmpty();
        assertThat(store.peopleInFile(edited)).hasSize(2);
        assertThat(store.unsavedImages()).containsExactly(edited);
        assertThat(store.get(People.key(1)).people()).hasSize(2);
    }
}
