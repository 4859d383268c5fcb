package org.posewright.training.draw;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The draws of a run one after the other, from its first sample on. Not thread-safe. */
final class DrawStream {

    private static final int PARTNERS = 3;
    private static final double BETA_SHAPE = 32;

    private final DrawSettings settings;
    private final PythonRandom python;
    private final NumpyRandom numpy;
    private final LoaderOrder loader;
    private final RecentPictures recent;
    private int epoch = -1;

    DrawStream(DrawSettings settings) {
        this(
                settings,
                new PythonRandom(settings.seed()),
                new NumpyRandom(settings.seed()),
                new LoaderOrder(),
                new RecentPictures(RecentPictures.limit(settings.pictures(), settings.batch())));
    }

    private DrawStream(
            DrawSettings settings, PythonRandom python, NumpyRandom numpy, LoaderOrder loader, RecentPictures recent) {
        this.settings = settings;
        this.python = python;
        this.numpy = numpy;
        this.loader = loader;
        this.recent = recent;
    }

    DrawStream copy() {
        DrawStream copy = new DrawStream(settings, python.copy(), numpy.copy(), loader.copy(), recent.copy());
        copy.epoch = epoch;
        return copy;
    }

    /** The epoch under way, 0-based; -1 before the first one. */
    int epoch() {
        return epoch;
    }

    /**
     * Goes on to the next epoch.
     *
     * @return the number of the picture at a place of it
     */
    IntUnaryOperator beginEpoch() {
        for (int i = 0; epoch >= 0 && i < settings.drawsBetweenEpochs(); i++) {
            python.unit();
        }
        epoch++;
        if (epoch == settings.mosaicEndEpoch()) {
            loader.restart();
        }
        if (!settings.fixedOrder().isEmpty()) {
            return settings.fixedOrder()::get;
        }
        int[] order = loader.next(settings.pictures(), settings.pictures() % settings.batch() != 0);
        return place -> order[place];
    }

    /** The draws of the epoch's next sample. */
    SampleDraw next(int picture) {
        AugmentationSettings wanted = settings.augmentation(epoch);
        recent.load(picture);
        SampleDraw.Geometry geometry = geometry(wanted);
        Optional<SampleDraw.MixUp> mixUp = mixUp(wanted);
        SampleDraw.Color color = color(wanted);
        boolean flipUd = python.unit() < wanted.flipUd();
        boolean flipLr = python.unit() < wanted.flipLr();
        boolean swapsChannels = python.uniform(0, 1) <= wanted.bgr() && wanted.bgr() > 0;
        return new SampleDraw(picture, geometry, mixUp, color, flipUd, flipLr, swapsChannels);
    }

    private SampleDraw.Geometry geometry(AugmentationSettings wanted) {
        return new SampleDraw.Geometry(mosaic(wanted.mosaic()), perspective(wanted));
    }

    private Optional<SampleDraw.Mosaic> mosaic(double probability) {
        if (python.uniform(0, 1) > probability || probability == 0) {
            return Optional.empty();
        }
        int[] partners = new int[PARTNERS];
        for (int i = 0; i < PARTNERS; i++) {
            partners[i] = recent.get(python.choice(recent.size()));
        }
        for (int partner : partners) {
            recent.load(partner);
        }
        int size = settings.imageSize();
        int border = size / 2;
        int centerY = (int) python.uniform(border, 2 * size - border);
        int centerX = (int) python.uniform(border, 2 * size - border);
        return Optional.of(new SampleDraw.Mosaic(partners, centerX, centerY));
    }

    private SampleDraw.Perspective perspective(AugmentationSettings wanted) {
        return new SampleDraw.Perspective(
                python.symmetric(wanted.perspective()),
                python.symmetric(wanted.perspective()),
                python.symmetric(wanted.degrees()),
                python.uniform(1 - wanted.scale(), 1 + wanted.scale()),
                python.symmetric(wanted.shear()),
                python.symmetric(wanted.shear()),
                python.uniform(0.5 - wanted.translate(), 0.5 + wanted.translate()),
                python.uniform(0.5 - wanted.translate(), 0.5 + wanted.translate()));
    }

    private Optional<SampleDraw.MixUp> mixUp(AugmentationSettings wanted) {
        if (python.uniform(0, 1) > wanted.mixUp() || wanted.mixUp() == 0) {
            return Optional.empty();
        }
        int partner = python.below(settings.pictures());
        recent.load(partner);
        SampleDraw.Geometry geometry = geometry(wanted);
        return Optional.of(new SampleDraw.MixUp(partner, geometry, numpy.beta(BETA_SHAPE)));
    }

    private SampleDraw.Color color(AugmentationSettings wanted) {
        if (wanted.hsvH() == 0 && wanted.hsvS() == 0 && wanted.hsvV() == 0) {
            return SampleDraw.Color.NONE;
        }
        double hue = numpy.symmetric() * wanted.hsvH();
        double saturation = numpy.symmetric() * wanted.hsvS();
        double value = numpy.symmetric() * wanted.hsvV();
        return new SampleDraw.Color(hue, saturation, value);
    }
}
