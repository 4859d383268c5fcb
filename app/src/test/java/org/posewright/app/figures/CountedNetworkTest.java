package org.posewright.app.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.app.download.ModelCatalog;

class CountedNetworkTest {

    @TempDir
    Path folder;

    @Test
    void countsAgreeWithThePublishedFigures() {
        for (ModelCatalog.Entry entry : new ModelCatalog(ModelCatalog.OFFICIAL).entries()) {
            CountedNetwork counted = CountedNetwork.of(entry);
            assertThat(counted.parameters() / 1e6)
                    .as(entry.name())
                    .isCloseTo(entry.parametersMillions(), within(0.02 * entry.parametersMillions()));
            assertThat(counted.gigaFlops())
                    .as(entry.name())
                    .isCloseTo(entry.flopsBillions(), within(0.05 * entry.flopsBillions()));
        }
    }

    @Test
    void measurementsComeBack() throws IOException {
        MeasurementFile file = new MeasurementFile(folder.resolve("data/measurements.json"));
        assertThat(file.read()).isEmpty();
        ModelMeasurement measured = new ModelMeasurement("m", "/m.onnx", new CountedNetwork(5, 1.5), null, "", null)
                .withTimes(new StageTimes(1, 2, 3, 4, 20), "CPU")
                .withAccuracy(new ModelMeasurement.Accuracy("set", "val", 8, 0.5, 0.8));
        file.write(List.of(measured));
        assertThat(file.read()).containsExactly(measured);
        assertThat(measured.times().total()).isEqualTo(10);
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        Path path = folder.resolve("measurements.json");
        Files.writeString(path, "[{");
        assertThatThrownBy(() -> new MeasurementFile(path).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("measurements.json");
    }
}
