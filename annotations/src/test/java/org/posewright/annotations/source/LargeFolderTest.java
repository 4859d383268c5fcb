package org.posewright.annotations.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.check.DatasetInspector;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a generated dataset of twenty thousand pictures; times are logged, not asserted. */
class LargeFolderTest {

    private static final Logger LOG = LoggerFactory.getLogger(LargeFolderTest.class);
    private static final int PICTURES = 20_000;

    @TempDir
    private Path top;

    @Test
    void openingListsWithoutReadingLabels() throws IOException {
        Path images = Files.createDirectories(top.resolve("images/train"));
        Path labels = Files.createDirectories(top.resolve("labels/train"));
        byte[] picture = Files.readAllBytes(Pictures.png(top.resolve("template.png"), 64, 64));
        byte[] row = ("0 0.5 0.5 0.5 0.5" + " 0.500000 0.500000 2".repeat(17) + "\n").getBytes();
        for (int i = 0; i < PICTURES; i++) {
            // Five hundred lengths, so that the comparison of contents meets pictures of equal size.
            Files.write(images.resolve(i + ".png"), java.util.Arrays.copyOf(picture, picture.length + i % 500));
            if (i % 10 == 0) {
                Files.write(labels.resolve(i + ".txt"), row);
            }
        }
        Files.writeString(
                top.resolve("data.yaml"), "train: images/train\nval: images/train\nkpt_shape: [17, 3]\nnames: [p]\n");
        long start = System.nanoTime();
        DatasetSource source = new DatasetRecognizer().open(top);
        long opened = System.nanoTime();
        assertThat(source.entries()).hasSize(PICTURES).isSortedAccordingTo((a, b) -> a.key()
                .compareTo(b.key()));
        long listed = System.nanoTime();
        var report = new DatasetInspector().inspect(source, ProgressListener.NONE, CancellationToken.NONE);
        long checked = System.nanoTime();
        assertThat(report.people()).isEqualTo(PICTURES / 10);
        LOG.info(
                "{} pictures: opened in {} ms, checked in {} ms",
                PICTURES,
                (opened - start) / 1_000_000,
                (checked - listed) / 1_000_000);
    }
}
