package org.posewright.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.posewright.training.draw.AugmentationSettings;
import org.posewright.training.draw.BatchDraws;
import org.posewright.training.draw.DrawSettings;
import org.posewright.training.draw.SampleDraw;

/** Points follow pixels through every step, and every sample can say where its pixels come from. */
class AugmentationGeometryTest {

    private static final int SIZE = 160;
    private static final List<Integer> FLIP_ORDER = List.of(1, 0, 2);
    private static final AugmentationSettings STRONG =
            new AugmentationSettings(0, 0, 0, 30, 0.2, 0.3, 5, 0.0005, 0.5, 0.5, 0, 0.7, 0);
    private static final List<Sample> SAMPLES = List.of(
            DotPictures.sample("a.jpg", 160, 120, new double[] {40, 30, 110, 40, 80, 90}),
            DotPictures.sample("b.jpg", 120, 160, new double[] {30, 60, 90, 50, 60, 130}),
            DotPictures.sample("c.jpg", 160, 100, new double[] {20, 20, 140, 30, 70, 80}));
    private static final SampleSource SOURCE = new SampleSource() {
        @Override
        public int size() {
            return SAMPLES.size();
        }

        @Override
        public Sample load(int index) {
            return SAMPLES.get(index);
        }
    };

    private static final LetterboxFrame FRAME = new LetterboxFrame(SIZE, SIZE, true);
    private static final TrainingAugmentation CHAIN = new TrainingAugmentation(SOURCE, FLIP_ORDER, FRAME);

    @Property(tries = 150)
    void pointsStayOnTheirDots(@ForAll long seed) {
        Sample sample = augmented(seed);
        for (SamplePerson person : sample.people()) {
            for (int k = 0; k < person.points().size(); k++) {
                if (person.points().fate(k) == PointFate.KEPT
                        && isWellInside(
                                sample, person.points().x(k), person.points().y(k))) {
                    int dot = person.points().sourceIndex(k);
                    assertThat(DotPictures.showsDot(
                                    sample.picture(),
                                    person.points().x(k),
                                    person.points().y(k),
                                    dot))
                            .as("point %d of %s, seed %d", k, person.source(), seed)
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void everyPointTracesBackToItsLabel(@ForAll long seed) {
        Sample sample = augmented(seed);
        for (SamplePerson person : sample.people()) {
            SampleTile tile = sample.tiles().get(person.tile());
            assertThat(tile.source()).isEqualTo(person.source());
            PlaneTransform back = tile.fromSource().inverse();
            SamplePoints label = original(person).points();
            for (int k = 0; k < person.points().size(); k++) {
                if (person.points().fate(k) == PointFate.KEPT) {
                    double x = person.points().x(k);
                    double y = person.points().y(k);
                    int source = person.points().sourceIndex(k);
                    assertThat(back.x(x, y)).isCloseTo(label.x(source), within(1e-6));
                    assertThat(back.y(x, y)).isCloseTo(label.y(source), within(1e-6));
                    assertThat(person.points().visibility(k)).isEqualTo(label.visibility(source));
                }
            }
        }
    }

    @Property(tries = 60)
    void theSameSeedGivesTheSamePixelsAndLabels(@ForAll long seed) {
        Sample once = augmented(seed);
        Sample again = augmented(seed);
        assertThat(again.picture().bgr()).isEqualTo(once.picture().bgr());
        assertThat(again.people().stream().map(SamplePerson::box))
                .isEqualTo(once.people().stream().map(SamplePerson::box).toList());
    }

    @Property(tries = 100)
    void whatIsLabelledLiesInside(@ForAll long seed) {
        Sample sample = augmented(seed);
        assertThat(sample.width()).isEqualTo(SIZE);
        assertThat(sample.height()).isEqualTo(SIZE);
        for (SamplePerson person : sample.people()) {
            assertThat(person.box().left()).isBetween(0.0, (double) SIZE);
            assertThat(person.box().bottom()).isBetween(0.0, (double) SIZE);
            assertThat(person.box().width()).isGreaterThan(2);
            for (int k = 0; k < person.points().size(); k++) {
                assertThat(person.points().x(k)).isBetween(0.0, (double) SIZE);
            }
        }
    }

    @Test
    void aMirrorSwapsLeftAndRightPoints() {
        Sample sample = SAMPLES.get(0);
        Sample mirrored = new Flip(FLIP_ORDER).leftRight(sample);
        SamplePoints points = mirrored.people().get(0).points();
        assertThat(points.x(0)).isEqualTo(160 - 110);
        assertThat(points.y(0)).isEqualTo(40);
        assertThat(points.sourceIndex(0)).isEqualTo(1);
        assertThat(points.visibility(0)).isEqualTo(1);
        assertThat(points.x(2)).isEqualTo(160 - 80);
        assertThat(mirrored.tiles().get(0).isMirrored()).isTrue();
    }

    @Test
    void withoutAugmentationThePictureIsOnlyLetterboxed() {
        SampleDraw draw = draw(AugmentationSettings.NONE, 5);
        Sample sample = CHAIN.apply(draw);
        Sample letterboxed = FRAME.apply(SAMPLES.get(draw.picture()));
        assertThat(sample.picture().bgr()).isEqualTo(letterboxed.picture().bgr());
        assertThat(FRAME.apply(SAMPLES.get(0)).people().get(0).box().top()).isEqualTo(30 + 20);
    }

    @Test
    void aMosaicShowsEachPictureInItsTile() {
        Sample mosaic = new Mosaic(SOURCE, SIZE)
                .apply(SAMPLES.get(0), new SampleDraw.Mosaic(new int[] {1, 2, 0}, SIZE - 30, SIZE + 20));
        assertThat(mosaic.width()).isEqualTo(2 * SIZE);
        assertThat(mosaic.tiles()).hasSize(4);
        for (SamplePerson person : mosaic.people()) {
            for (int k = 0; k < person.points().size(); k++) {
                if (person.points().fate(k) == PointFate.KEPT) {
                    double x = person.points().x(k);
                    double y = person.points().y(k);
                    assertThat(mosaic.tileAt(x, y)).map(SampleTile::source).contains(person.source());
                    assertThat(mosaic.personAt(mosaic.tiles().get(person.tile()), x, y))
                            .contains(person);
                }
            }
        }
    }

    @Test
    void thePictureTakesLabelsOfPointsBeyondItAndTheMosaicDoesNot() {
        Sample outside = DotPictures.sample("out.jpg", 100, 100, new double[] {-20, 30, 50, 50, 60, 60});
        Sample mosaic = new Mosaic(SOURCE, SIZE).apply(outside, new SampleDraw.Mosaic(new int[] {0, 1, 2}, 100, 100));
        SamplePoints inMosaic = mosaic.people().get(0).points();
        assertThat(inMosaic.x(0)).isZero();
        assertThat(inMosaic.visibility(0)).isPositive();
        assertThat(inMosaic.fate(0)).isEqualTo(PointFate.CLIPPED);
        SampleDraw.Perspective nothing = new SampleDraw.Perspective(0, 0, 0, 1, 0, 0, 0.5, 0.5);
        SamplePoints inPicture = new RandomPerspective(new LetterboxFrame(100, 100, true))
                .apply(outside, nothing)
                .people()
                .get(0)
                .points();
        assertThat(inPicture.x(0)).isZero();
        assertThat(inPicture.visibility(0)).isZero();
        assertThat(inPicture.fate(0)).isEqualTo(PointFate.CLIPPED);
        assertThat(inPicture.fate(1)).isEqualTo(PointFate.KEPT);
    }

    @Test
    void mixUpKeepsBothPeople() {
        Sample first = FRAME.apply(SAMPLES.get(0));
        Sample second = FRAME.apply(SAMPLES.get(1));
        Sample mixed = MixUp.blended(first, second, 0.25);
        int middle = 3 * (SIZE * SIZE / 2 + SIZE / 2);
        assertThat((double) (mixed.picture().bgr()[middle] & 0xFF))
                .isCloseTo(
                        0.25 * (first.picture().bgr()[middle] & 0xFF)
                                + 0.75 * (second.picture().bgr()[middle] & 0xFF),
                        within(1.0));
        assertThat(mixed.people()).hasSize(2);
        assertThat(mixed.people().get(1).tile()).isEqualTo(1);
        assertThat(mixed.tiles()).hasSize(2);
    }

    @Test
    void colourJitterLeavesGreyPicturesGrey() {
        Sample grey = DotPictures.sample("grey.jpg", 32, 32, new double[] {-50, -50, -50, -50, -50, -50});
        int level = grey.picture().bgr()[0] & 0xFF;
        assertThat(ColorJitter.apply(grey, new SampleDraw.Color(0.5, 0.9, 0))
                        .picture()
                        .bgr())
                .isEqualTo(grey.picture().bgr());
        byte[] darker = ColorJitter.apply(grey, new SampleDraw.Color(0, 0, -0.5))
                .picture()
                .bgr();
        assertThat(darker[0] & 0xFF).isEqualTo(level / 2);
        assertThat(darker).containsOnly(darker[0]);
    }

    private static Sample augmented(long seed) {
        return CHAIN.apply(draw(STRONG, seed));
    }

    private static SampleDraw draw(AugmentationSettings settings, long seed) {
        return new BatchDraws(new DrawSettings(SAMPLES.size(), SAMPLES.size(), SIZE, settings, -1, List.of(), 0, seed))
                .batch(0, 0)
                .get(1);
    }

    private static SamplePerson original(SamplePerson person) {
        return SAMPLES.stream()
                .map(s -> s.people().get(0))
                .filter(p -> p.source().equals(person.source()))
                .findFirst()
                .orElseThrow();
    }

    /** Far enough from edges of the sample and of tiles that the dot's middle is to be seen. */
    private static boolean isWellInside(Sample sample, double x, double y) {
        boolean isInPicture = x > 3 && y > 3 && x < SIZE - 4 && y < SIZE - 4;
        return isInPicture
                && sample.tileAt(x - 2, y - 2).equals(sample.tileAt(x + 2, y + 2))
                && sample.tileAt(x - 2, y + 2).equals(sample.tileAt(x + 2, y - 2))
                && sample.tileAt(x, y).equals(sample.tileAt(x + 2, y + 2));
    }
}
