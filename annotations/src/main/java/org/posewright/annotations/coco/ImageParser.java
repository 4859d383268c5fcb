package org.posewright.annotations.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Sentence;

/** Collects the images of one range. */
final class ImageParser implements ElementParser {

    private static final byte[][] KEYS = JsonValues.keys("id", "file_name", "width", "height");

    /**
     * @param id {@link RawAnnotation#NO_ID} when it is missing or a text that is no number
     * @param idText the id when it is a text
     */
    record RawImage(long position, long id, Optional<String> idText, String fileName, Optional<ImageSize> size) {}

    final List<RawImage> images = new ArrayList<>();
    final List<Defect> defects = new ArrayList<>();

    @Override
    public void element(JsonScanner in) throws IOException {
        if (in.peek() != '{') {
            reject(in.position(), Sentence.of("coco.reason.no-object", "it is no object"));
            in.skipValue();
            return;
        }
        long position = in.position();
        long id = RawAnnotation.NO_ID;
        Optional<String> idText = Optional.empty();
        String fileName = "";
        long width = 0;
        long height = 0;
        for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
            switch (in.key(KEYS)) {
                case 0 -> {
                    idText = in.peek() == '"' ? Optional.of(in.string()) : Optional.empty();
                    id = idText.isPresent() ? JsonValues.integer(idText.get()) : JsonValues.integer(in);
                }
                case 1 -> fileName = JsonValues.text(in);
                case 2 -> width = JsonValues.integer(in);
                case 3 -> height = JsonValues.integer(in);
                default -> in.skipValue();
            }
        }
        if (id == RawAnnotation.NO_ID && idText.isEmpty()) {
            reject(position, Sentence.of("coco.reason.no-id", "it has no id"));
        } else if (fileName.isEmpty()) {
            reject(position, Sentence.of("coco.reason.no-file-name", "it has no file_name"));
        } else {
            images.add(new RawImage(position, id, idText, fileName, size(position, fileName, width, height)));
        }
    }

    private Optional<ImageSize> size(long position, String fileName, long width, long height) {
        if (width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE) {
            return Optional.of(new ImageSize((int) width, (int) height));
        }
        defects.add(Defect.warning(
                "coco.image-size",
                position,
                Sentence.of("coco.image-size", "the image {0} has no usable width and height", fileName),
                Sentence.of(
                        "coco.image-size.remedy",
                        "its size is taken from the picture; add both to the file for other tools")));
        return Optional.empty();
    }

    private void reject(long position, Sentence reason) {
        defects.add(Defect.error(
                "coco.image",
                position,
                Sentence.of("coco.image", "an element of \"images\" is left out: {0}", reason),
                Sentence.of("coco.image.remedy", "give it an id and a file_name, or remove it")));
    }
}
