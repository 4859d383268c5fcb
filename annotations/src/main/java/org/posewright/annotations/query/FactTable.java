package org.posewright.annotations.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.query.ImageFacts.Joints;
import org.posewright.annotations.work.CancellationToken;

/** Facts about all pictures of a dataset in dataset order; immutable. Building one is work for a job. */
public record FactTable(List<ImageFacts> images) {

    public FactTable {
        images = List.copyOf(images);
    }

    /**
     * What is known of pictures beside their labels.
     *
     * @param statuses of pictures that somebody worked on; the others are untouched
     * @param unsaved pictures whose labels differ from their files
     * @param worstOks lowest OKS of each compared picture
     */
    public record Marks(Map<ImageKey, ImageStatus> statuses, Set<ImageKey> unsaved, Map<ImageKey, Double> worstOks) {

        /** Nothing known. */
        public static final Marks NONE = new Marks(Map.of(), Set.of(), Map.of());

        public Marks {
            statuses = Map.copyOf(statuses);
            unsaved = Set.copyOf(unsaved);
            worstOks = Map.copyOf(worstOks);
        }
    }

    /**
     * Collects the facts.
     *
     * @param keys all pictures in dataset order, loaded or not
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static FactTable of(List<ImageKey> keys, Dataset loaded, Marks marks, CancellationToken token) {
        Map<ImageKey, ImageRecord> records = new HashMap<>(loaded.images().size() * 2);
        loaded.images().forEach(image -> records.put(image.key(), image));
        List<ImageFacts> facts = new ArrayList<>(keys.size());
        for (ImageKey key : keys) {
            token.throwIfCancelled();
            facts.add(facts(key, facts.size(), records.get(key), marks));
        }
        return new FactTable(facts);
    }

    private static ImageFacts facts(ImageKey key, int position, @Nullable ImageRecord record, Marks marks) {
        Joints joints = record == null ? Joints.none() : Joints.of(record);
        Double oks = marks.worstOks().get(key);
        return new ImageFacts(
                key,
                position,
                record == null ? "" : record.split(),
                record == null ? -1 : record.people().size() - joints.crowds(),
                joints,
                marks.statuses().getOrDefault(key, ImageStatus.UNTOUCHED),
                marks.unsaved().contains(key),
                oks == null ? OptionalDouble.empty() : OptionalDouble.of(oks));
    }

    /** The pictures that pass the filter, in the order wanted. */
    public List<ImageKey> find(Filter filter, Sort sort, CancellationToken token) {
        List<ImageFacts> found = new ArrayList<>();
        for (ImageFacts image : images) {
            token.throwIfCancelled();
            if (filter.matches(image)) {
                found.add(image);
            }
        }
        if (sort != Sort.DATASET_ORDER) {
            found.sort(sort.order());
        }
        return found.stream().map(ImageFacts::key).toList();
    }
}
