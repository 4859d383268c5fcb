package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

/** Makes the skeleton of a category: left/right partners from the names, sigmas from COCO's where the names are COCO's. */
final class SkeletonBuilder {

    /** How writers tell left from right, and where in the name; the first that finds a partner is used. */
    private static final List<SideMark> MARKS = List.of(
            new SideMark("left", "right", Place.ANYWHERE),
            new SideMark("l_", "r_", Place.START),
            new SideMark("_l", "_r", Place.END),
            new SideMark("l-", "r-", Place.START),
            new SideMark("-l", "-r", Place.END),
            new SideMark("l ", "r ", Place.START),
            new SideMark(" l", " r", Place.END));

    private enum Place {
        START,
        END,
        ANYWHERE
    }

    private record SideMark(String left, String right, Place place) {
        /** Where the mark stands in {@code name}; negative when it does not. */
        int find(String name) {
            return switch (place) {
                case START -> name.startsWith(left) ? 0 : -1;
                case END -> name.endsWith(left) ? name.length() - left.length() : -1;
                case ANYWHERE -> name.indexOf(left);
            };
        }
    }

    private SkeletonBuilder() {}

    static Skeleton of(CocoCategory category, int valuesPerKeypoint) {
        List<String> names = category.keypointNames();
        Map<String, Double> cocoSigmas = new HashMap<>();
        for (int i = 0; i < Skeletons.COCO_PERSON.size(); i++) {
            cocoSigmas.put(
                    Skeletons.COCO_PERSON.keypointNames().get(i),
                    Skeletons.COCO_PERSON.sigmas().get(i));
        }
        boolean isCoco = cocoSigmas.keySet().containsAll(names);
        List<Double> sigmas = isCoco
                ? names.stream().map(cocoSigmas::get).toList()
                : Collections.nCopies(names.size(), 1.0 / names.size());
        return new Skeleton(
                category.name(),
                names,
                category.limbs(),
                flipIndices(names),
                sigmas,
                isCoco ? Skeletons.COCO_PERSON.sigmaSource() : "1/K",
                valuesPerKeypoint);
    }

    /** Partners by name; empty when no name has one, because then nobody can tell. */
    static List<Integer> flipIndices(List<String> names) {
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<Integer> partners =
                new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        boolean any = false;
        for (int i = 0; i < names.size(); i++) {
            int partner = partner(lower, i);
            if (partner >= 0 && partners.get(i) == i && partners.get(partner) == partner) {
                partners.set(i, partner);
                partners.set(partner, i);
                any = true;
            }
        }
        return any ? partners : List.of();
    }

    private static int partner(List<String> names, int index) {
        String name = names.get(index);
        for (SideMark mark : MARKS) {
            int at = mark.find(name);
            if (at >= 0) {
                String other = name.substring(0, at)
                        + mark.right()
                        + name.substring(at + mark.left().length());
                int partner = names.indexOf(other);
                if (partner >= 0) {
                    return partner;
                }
            }
        }
        return -1;
    }
}
