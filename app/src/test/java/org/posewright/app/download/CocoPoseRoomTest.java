package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.download.CocoPoseRoom.Room;
import org.posewright.app.download.DatasetCatalog.Choice;
import org.posewright.app.download.DatasetCatalog.Extent;
import org.posewright.app.download.DatasetCatalog.Part;

/** A disk without room is told before the first byte is fetched. */
class CocoPoseRoomTest {

    private static final long GIGABYTE = 1_000_000_000L;

    @TempDir
    Path folder;

    private final FileStore store = mock(FileStore.class);
    private final List<Path> asked = new ArrayList<>();
    private final CocoPoseRoom rooms = new CocoPoseRoom(existing -> {
        asked.add(existing);
        return store;
    });
    private final Choice validation =
            new DatasetCatalog(DatasetCatalog.COCO, DatasetCatalog.LABELS).choice(Extent.VALIDATION);

    @BeforeEach
    void aLargeDisk() throws IOException {
        disk(100 * GIGABYTE, 50 * GIGABYTE);
    }

    private void disk(long total, long free) throws IOException {
        when(store.getTotalSpace()).thenReturn(total);
        when(store.getUsableSpace()).thenReturn(free);
    }

    private Path dataset() throws IOException {
        return Files.createDirectories(folder.resolve("coco-pose/downloads")).getParent();
    }

    @Test
    void theWorstMomentIsWhenTheLastArchiveIsUnpacked() throws IOException {
        long unpacked =
                validation.files().stream().mapToLong(Part::unpackedBytes).sum();
        long archive = validation.files().get(2).archiveBytes();
        assertThat(rooms.measure(validation, folder)).isEqualTo(new Room(unpacked + archive, 50 * GIGABYTE, folder));
    }

    @Test
    void theDiskOfTheNearestFolderThatExistsIsAsked() throws IOException {
        rooms.measure(validation, folder.resolve("not/yet/there"));
        assertThat(asked).containsExactly(folder);
    }

    @Test
    void whatHasArrivedNeedsNoMoreRoom() throws IOException {
        long before = rooms.measure(validation, folder).neededBytes();
        Path downloads = dataset().resolve("downloads");
        Files.write(downloads.resolve("val2017.zip.part"), new byte[1000]);
        assertThat(rooms.measure(validation, folder).neededBytes()).isEqualTo(before - 1000);
        Files.move(downloads.resolve("val2017.zip.part"), downloads.resolve("val2017.zip"));
        Path pictures = Files.createDirectories(dataset().resolve("images/val2017"));
        Files.write(pictures.resolve("000000000001.jpg"), new byte[300]);
        assertThat(rooms.measure(validation, folder).neededBytes()).isEqualTo(before - 1300);
        for (Part part : validation.files()) {
            Files.writeString(CocoPoseFetch.mark(dataset(), part), "");
        }
        assertThat(rooms.measure(validation, folder).neededBytes()).isZero();
    }

    @Test
    void tooLittleRoomIsToldWithSizesAndPlaceBeforeAnythingIsFetched() throws IOException {
        disk(100 * GIGABYTE, GIGABYTE / 2);
        Choice unreachable = new DatasetCatalog(URI.create("http://127.0.0.1:9/"), URI.create("http://127.0.0.1:9/"))
                .choice(Extent.VALIDATION);
        assertThatThrownBy(() -> new CocoPoseFetch(new Downloader(), rooms)
                        .fetch(unreachable, folder, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("2.7 GB")
                .hasMessageContaining("500 MB")
                .hasMessageContaining(folder.toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDriveThatTellsNothingIsNotRefused() throws IOException {
        disk(0, 0);
        assertThat(rooms.measure(validation, folder).isEnough()).isTrue();
    }
}
