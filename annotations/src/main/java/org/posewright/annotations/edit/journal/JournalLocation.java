package org.posewright.annotations.edit.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a journal lies: {@code FOLDER/NAME-000001.jsonl} and following segments, with {@code FOLDER/NAME.lock} beside them.
 *
 * @param name tells journals of one folder apart: a dataset that can be read as YOLO and as COCO has one for each
 */
public record JournalLocation(Path folder, String name) {

    /** Name of the folder beside a dataset. */
    public static final String FOLDER_NAME = ".posewright";

    /**
     * Beside the dataset where that can be written; otherwise in a folder of the user's own, named after the dataset's path.
     *
     * @throws JournalException if neither can be written
     */
    public static JournalLocation forDataset(Path datasetRoot, String name, Path userDataFolder)
            throws JournalException {
        Path beside = datasetRoot.resolve(FOLDER_NAME);
        if (canWrite(beside)) {
            return new JournalLocation(beside, name);
        }
        String path = datasetRoot.toAbsolutePath().normalize().toString();
        UUID stableName = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        Path ofUser = userDataFolder.resolve("datasets").resolve(stableName.toString());
        if (canWrite(ofUser)) {
            return new JournalLocation(ofUser, name);
        }
        throw new JournalException("Edits cannot be recorded: neither " + beside + " nor " + ofUser
                + " can be written; change the permissions of one of them.");
    }

    private static boolean canWrite(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe-", ".tmp");
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Path lockFile() {
        return folder.resolve(name + ".lock");
    }

    Path segment(int number) {
        return folder.resolve("%s-%06d.jsonl".formatted(name, number));
    }

    /** The segments that exist, by number. */
    TreeMap<Integer, Path> segments() throws IOException {
        Pattern pattern = Pattern.compile(Pattern.quote(name) + "-(\\d{6})\\.jsonl");
        TreeMap<Integer, Path> found = new TreeMap<>(Map.of());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher matcher = pattern.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    found.put(Integer.valueOf(matcher.group(1)), file);
                }
            }
        }
        return found;
    }
}
