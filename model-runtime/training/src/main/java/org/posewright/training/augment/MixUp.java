package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;

/** Blends two samples of the same size and keeps the labels of both (mix-up, Zhang et al. 2018). */
final class MixUp {

    private MixUp() {}

    /** @param ratio share of the first */
    static Sample blended(Sample first, Sample second, double ratio) {
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
}
