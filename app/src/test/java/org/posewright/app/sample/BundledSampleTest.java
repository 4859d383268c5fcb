package org.posewright.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class BundledSampleTest {

    @TempDir
    Path folder;

    @Test
    void unpacksADatasetThatOpens() throws IOException {
        Path sample = unpack();
        DatasetSource source =
                new DatasetRecognizer().open(OpenRequest.of(sample), ProgressListener.NONE, CancellationToken.NONE);
        assertThat(source.description().skeleton().size()).isEqualTo(17);
        assertThat(source.entries()).hasSizeGreaterThan(24);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(sample);
        }
    }

    @Test
    void correctedLabelsAreNeverReplaced() throws IOException {
        Path sample = unpack();
        Path label;
        try (Stream<Path> labels = Files.walk(sample)) {
            label = labels.filter(path -> path.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(label, "mine");
        assertThat(unpack()).isEqualTo(sample);
        assertThat(label).hasContent("mine");
    }

    private Path unpack() throws IOException {
        return new BundledSample(folder).unpacked(ProgressListener.NONE, CancellationToken.NONE);
    }
}
