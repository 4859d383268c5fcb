package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Blends the sample with another that went through its own geometry (mix-up, Zhang et al. 2018), Beta(32, 32). */
public final class MixUp implements Augmentation {

    private static final int BETA_SHAPE = 32;

    private final SampleSource source;
    private final Augmentation geometry;
    private final double probability;

    /**
     * @param geometry what the second sample goes through first; its result has the size of the first
     */
    public MixUp(SampleSource source, Augmentation geometry, double probability) {
        this.source = source;
        this.geometry = geometry;
        this.probability = probability;
    }

    @Override
    public Sample apply(Sample sample, RandomGenerator random) {
        if (random.nextDouble() > probability || probability == 0) {
            return sample;
        }
        Sample second = geometry.apply(source.load(random.nextInt(source.size())), random);
        double a = gamma(random);
        double ratio = a / (a + gamma(random));
        return blended(sample, second, ratio);
    }

    private static Sample blended(Sample first, Sample second, double ratio) {
        byte[] a = first.picture().bgr();
        byte[] b = second.picture().bgr();
        byte[] mixed = new byte[a.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (int) ((a[i] & 0xFF) * ratio + (b[i] & 0xFF) * (1 - ratio));
        }
        int offset = first.tiles().size();
        List<SamplePerson> people = new ArrayList<>(first.people());
        second.people().forEach(p -> people.add(p.onTile(p.tile() + offset)));
        List<DroppedPerson> dropped = new ArrayList<>(first.dropped());
        second.dropped().forEach(d -> dropped.add(d.onTile(offset)));
        List<SampleTile> tiles = new ArrayList<>(first.tiles());
        tiles.addAll(second.tiles());
        return new Sample(new Picture(first.width(), first.height(), mixed), people, dropped, tiles);
    }

    /** A Gamma(32) variate as a sum of exponential ones. */
    private static double gamma(RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < BETA_SHAPE; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }
}
