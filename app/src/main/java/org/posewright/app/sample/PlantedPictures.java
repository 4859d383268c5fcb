package org.posewright.app.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.posewright.annotations.model.ImageRecord;

/**
 * Pictures of any dataset of COCO people with mistakes planted in memory, one kind after the other, on every second picture.
 *
 * @param images all pictures, some of them changed
 * @param mistakes what was changed
 */
public record PlantedPictures(List<ImageRecord> images, List<PlantedMistake> mistakes) {

    public PlantedPictures {
        images = List.copyOf(images);
        mistakes = List.copyOf(mistakes);
    }

    /** Plants up to {@code count} mistakes; the same seed plants the same. Fewer where too few people are fit for them. */
    public static PlantedPictures of(List<ImageRecord> images, int count, long seed) {
        MistakePlanter planter = new MistakePlanter(new SplittableRandom(seed));
        PlantedMistake.Kind[] kinds = PlantedMistake.Kind.values();
        List<ImageRecord> changed = new ArrayList<>();
        List<PlantedMistake> mistakes = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            ImageRecord image = images.get(i);
            if (i % 2 == seed % 2 && mistakes.size() < count) {
                var outcome = planter.plant(
                        kinds[mistakes.size() % kinds.length], image.key().fileName(), image.people());
                if (outcome.isPresent()) {
                    image = image.withPeople(outcome.get().people());
                    mistakes.add(outcome.get().mistake());
                }
            }
            changed.add(image);
        }
        return new PlantedPictures(changed, mistakes);
    }
}
