package org.posewright.app.viewmodel.session;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.save.EditableDataset;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;

/** A dataset as opened off the FX thread: its files, its journal, and the index that windows need. */
public record OpenedDataset(DatasetSource source, EditableDataset editing, Map<ImageKey, ImageEntry> entriesByKey) {

    /** Builds the index; grows with the dataset, so call it in a job. */
    public static OpenedDataset of(DatasetSource source, EditableDataset editing) {
        Map<ImageKey, ImageEntry> byKey =
                source.entries().stream().collect(Collectors.toUnmodifiableMap(ImageEntry::key, Function.identity()));
        return new OpenedDataset(source, editing, byKey);
    }
}
