package org.posewright.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledModelTest {

    @TempDir
    Path folder;

    @Test
    void checkpointLiesBesideTheModel() throws IOException {
        resource("sample-pose.onnx", "network");
        resource("sample-pose.pt", "weights");
        Path model = unpack().orElseThrow();
        assertThat(model).hasContent("network");
        assertThat(model.resolveSibling("sample-pose.pt")).hasContent("weights");
    }

    @Test
    void buildWithoutModelHasNone() throws IOException {
        assertThat(unpack()).isEmpty();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void modelOfAnEarlierReleaseIsReplacedAndTheSameIsNotTouched() throws IOException {
        resource("sample-pose.onnx", "first");
        Path model = unpack().orElseThrow();
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(model, longAgo);
        unpack();
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(longAgo);
        resource("sample-pose.onnx", "second");
        assertThat(unpack().orElseThrow()).hasContent("second");
    }

    private void resource(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Optional<Path> unpack() throws IOException {
        return new BundledModel(folder.resolve("home"), this::find).unpacked();
    }

    private Optional<URL> find(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
