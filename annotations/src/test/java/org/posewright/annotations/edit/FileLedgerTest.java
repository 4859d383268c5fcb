package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.edit.journal.LabelVersion;

class FileLedgerTest {

    private static final LabelVersion OLD = LabelVersion.of("annotations/all.json", 10, 1);
    private static final LabelVersion NEW = LabelVersion.of("annotations/all.json", 11, 2);
    private static final LabelVersion NEWEST = LabelVersion.of("annotations/all.json", 12, 3);
    private static final LabelVersion OTHER = LabelVersion.of("annotations/other.json", 10, 1);

    private final FileLedger ledger = new FileLedger(People.store(4, 1));

    @Test
    void aNewVersionOfAFileCountsForAllItsPicturesAndForNoOthers() {
        ledger.read(People.key(0), OLD);
        ledger.read(People.key(1), OLD);
        ledger.read(People.key(2), OTHER);
        ledger.renewVersions(List.of(NEW, LabelVersion.NONE));
        assertThat(ledger.of(People.key(0))).isEqualTo(NEW);
        assertThat(ledger.of(People.key(1))).isEqualTo(NEW);
        assertThat(ledger.of(People.key(2))).isEqualTo(OTHER);
        assertThat(ledger.of(People.key(3))).isEqualTo(LabelVersion.NONE);
    }

    @Test
    void aPictureThatIsReadAfterwardsHasTheVersionItWasReadFrom() {
        ledger.read(People.key(0), OLD);
        ledger.renewVersions(List.of(NEW));
        ledger.read(People.key(1), OLD);
        assertThat(ledger.of(People.key(1))).isEqualTo(OLD);
        ledger.renewVersions(List.of(NEWEST));
        assertThat(ledger.of(People.key(0))).isEqualTo(NEWEST);
        assertThat(ledger.of(People.key(1))).isEqualTo(NEWEST);
    }
}
