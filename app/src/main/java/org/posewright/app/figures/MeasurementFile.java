package org.posewright.app.figures;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Measurements of this machine, in a JSON file of the person's. For jobs. */
public final class MeasurementFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    public MeasurementFile(Path file) {
        this.file = file;
    }

    /**
     * @return empty before anything was measured
     * @throws IOException if the file is damaged, naming it
     */
    public List<ModelMeasurement> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<ModelMeasurement>>() {});
        } catch (IOException damaged) {
            throw new IOException(
                    file + " holds no measurements that can be read; delete it and measure again", damaged);
        }
    }

    /** Replaces the file in one step. */
    public void write(List<ModelMeasurement> measurements) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(fresh.toFile(), measurements);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
