package org.posewright.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.LabelSuspects;
import org.posewright.annotations.evaluation.suspect.LimbStatistics;
import org.posewright.annotations.evaluation.suspect.SuspectRule;
import org.posewright.annotations.evaluation.suspect.UsualAgreement;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeletons;

/** The label suspects on drawn people with planted mistakes, beside a simulated model that errs. */
class PlantedSearchTest {

    private static final int PICTURES = 90;
    private static final int MISTAKES = 36;

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

    private static PlantedSearch.Outcome search(long seed) {
        List<ImageRecord> exact = exact(seed);
        PlantedPictures planted = PlantedPictures.of(exact, MISTAKES, seed);
        ImperfectModel model = ImperfectModel.moderate(seed);
        Map<ImageKey, List<PosePrediction>> said = new HashMap<>();
        exact.forEach(image -> said.put(image.key(), model.predict(image, Skeletons.COCO_PERSON)));
        double usual = UsualAgreement.oks(
                planted.images(),
                image -> said.getOrDefault(image.key(), List.of()),
                Skeletons.COCO_PERSON,
                SuspectRule.DEFAULT);
        LabelSuspects finder = new LabelSuspects(
                Skeletons.COCO_PERSON,
                LimbStatistics.of(planted.images(), Skeletons.COCO_PERSON),
                SuspectRule.DEFAULT.withUsualOks(usual));
        List<LabelSuspect> suspects = new ArrayList<>();
        for (ImageRecord image : planted.images()) {
            suspects.addAll(finder.examine(image, said.getOrDefault(image.key(), List.of())));
        }
        return new PlantedSearch(planted.mistakes(), Skeletons.COCO_PERSON).in(suspects, planted.images());
    }

    @Test
    void nineOfTenMistakesAreFoundWithOneInTenAlarmsFalse() {
        int found = 0;
        int planted = 0;
        int alarms = 0;
        int falseAlarms = 0;
        for (long seed = 0; seed < 3; seed++) {
            PlantedSearch.Outcome outcome = search(seed);
            found += outcome.found().size();
            planted += outcome.found().size() + outcome.overlooked().size();
            alarms += outcome.alarms();
            falseAlarms += outcome.falseAlarms().size();
        }
        assertThat(planted).as("planted").isGreaterThan(2 * MISTAKES);
        assertThat((double) found / planted).as("found share").isGreaterThanOrEqualTo(0.9);
        assertThat((double) falseAlarms / alarms).as("false share").isLessThanOrEqualTo(0.1);
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
