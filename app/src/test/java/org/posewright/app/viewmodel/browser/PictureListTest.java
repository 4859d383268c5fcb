package org.posewright.app.viewmodel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageEntry;

class PictureListTest {

    private static final List<ImageEntry> PICTURES = IntStream.range(0, 3)
            .mapToObj(i -> new ImageEntry(new ImageKey("images/" + i + ".jpg"), Path.of(i + ".jpg"), "train"))
            .toList();

    @Test
    void findsPlacesAndFiles() {
        PictureList list = PictureList.of(PICTURES);
        assertThat(list.indexOf(PICTURES.get(2).key())).isEqualTo(2);
        assertThat(list.indexOf(new ImageKey("images/9.jpg"))).isEqualTo(-1);
        assertThat(list.entries()).isEqualTo(PICTURES);
        assertThat(list.keys())
                .containsExactlyElementsOf(
                        PICTURES.stream().map(ImageEntry::key).toList());
    }

    /** A property compares its value with the next; comparing the pictures would grow with the dataset. */
    @Test
    void anotherListOfTheSamePicturesIsAnotherValue() {
        SimpleObjectProperty<PictureList> shown = new SimpleObjectProperty<>(PictureList.of(PICTURES));
        int[] changes = {0};
        shown.addListener((property, before, after) -> changes[0]++);
        shown.set(PictureList.of(PICTURES));
        assertThat(changes[0]).isEqualTo(1);
    }
}
