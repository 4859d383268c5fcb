package org.posewright.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Skeletons;

/** What counts as a find and what as an alarm; how well the work queue does is measured in {@code SampleModelQualityTest}. */
class PlantedSearchTest {

    private static final int PICTURES = 10;

    private static List<ImageRecord> exact(long seed) {
        return IntStream.range(0, PICTURES)
                .mapToObj(i -> new ImageRecord(
                        new ImageKey("p" + i + ".jpg"),
                        Path.of("p" + i + ".jpg"),
                        "train",
                        new ImageSize(640, 480),
                        OptionalLong.empty(),
                        Scene.compose(640, 480, new SplittableRandom(seed * 1_000_003 + i))
                                .people()))
                .toList();
    }

    @Test
    void withoutSuspectsNothingIsFound() {
        PlantedPictures planted = PlantedPictures.of(exact(1), 4, 1);
        PlantedSearch.Outcome outcome =
                new PlantedSearch(planted.mistakes(), Skeletons.COCO_PERSON).in(List.of(), planted.images());
        assertThat(outcome.found()).isEmpty();
        assertThat(outcome.overlooked()).hasSameSizeAs(planted.mistakes());
        assertThat(outcome.falseShare()).isZero();
    }
}
