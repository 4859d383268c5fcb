package org.posewright.app.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.posewright.annotations.storage.AtomicFiles;

/**
 * What a person asked for, kept in the run folder.
 *
 * @param model checkpoint to start from
 * @param dataset what was open, for display
 * @param dataChoice which pictures, in words
 * @param settings arguments that differ from the defaults, by name, as typed
 */
public record RunRequest(String model, String dataset, String dataChoice, Map<String, String> settings) {

    public RunRequest {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    void write(Path file) throws IOException {
        new AtomicFiles().writeBytes(file, new ObjectMapper().writeValueAsBytes(this));
    }

    /**
     * @throws IOException if there is no such file or it is damaged
     */
    public static RunRequest read(Path file) throws IOException {
        return new ObjectMapper().readValue(Files.readAllBytes(file), RunRequest.class);
    }
}
