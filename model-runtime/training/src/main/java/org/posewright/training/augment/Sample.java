package org.posewright.training.augment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;

/**
 * A picture on its way to the trainer, with its labels and its history.
 *
 * @param people labels the trainer sees
 * @param dropped labels that augmentation left out
 * @param tiles where the pixels come from: one for a plain picture, four for a mosaic, more after mix-up
 */
public record Sample(Picture picture, List<SamplePerson> people, List<DroppedPerson> dropped, List<SampleTile> tiles) {

    public Sample {
        people = List.copyOf(people);
        dropped = List.copyOf(dropped);
        tiles = List.copyOf(tiles);
    }

    /** A picture as the loader reads it; {@code fromSource} maps the original picture to the loaded one. */
    public static Sample plain(ImageKey source, Picture picture, PlaneTransform fromSource, List<SamplePerson> people) {
        SampleTile tile = SampleTile.rectangle(source, fromSource, 0, 0, picture.width(), picture.height());
        return new Sample(picture, people, List.of(), List.of(tile));
    }

    public int width() {
        return picture.width();
    }

    public int height() {
        return picture.height();
    }

    /** The tile that a point of the sample shows; later tiles lie on top. */
    public Optional<SampleTile> tileAt(double sampleX, double sampleY) {
        for (int i = tiles.size() - 1; i >= 0; i--) {
            if (tiles.get(i).contains(sampleX, sampleY)) {
                return Optional.of(tiles.get(i));
            }
        }
        return Optional.empty();
    }

    /** The labelled person of a tile whose box a point of the sample lies in; the smallest box where several do. */
    public Optional<SamplePerson> personAt(SampleTile tile, double sampleX, double sampleY) {
        int number = tiles.indexOf(tile);
        return people.stream()
                .filter(person -> person.tile() == number && person.box().contains(sampleX, sampleY))
                .min(Comparator.comparingDouble(person -> person.box().area()));
    }

    Sample withPicture(Picture newPicture) {
        return new Sample(newPicture, people, dropped, tiles);
    }
}
