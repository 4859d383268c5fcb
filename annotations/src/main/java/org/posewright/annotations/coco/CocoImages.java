package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.model.Sentence;

/** The images of a file by id, also where ids are texts: those get numbers of their own, below all others. */
final class CocoImages {

    private final List<CocoImage> images = new ArrayList<>();
    private final Map<Long, CocoImage> byId = new HashMap<>();
    private final Map<String, Long> idsOfTexts = new HashMap<>();
    private final Map<Long, String> idTokens = new HashMap<>();

    CocoImages(List<ImageParser.RawImage> rawImages, List<Defect> defects) {
        Set<String> names = new HashSet<>();
        for (ImageParser.RawImage raw : rawImages) {
            CocoImage image = new CocoImage(id(raw, defects), raw.fileName(), raw.size());
            if (byId.putIfAbsent(image.id(), image) != null) {
                defects.add(Defect.error(
                        "coco.image-id-duplicate",
                        raw.position(),
                        Sentence.of(
                                "coco.image-id-duplicate",
                                "the image {0} has the id {1} of an earlier image and is left out",
                                raw.fileName(),
                                image.id()),
                        Sentence.of("coco.image-id-duplicate.remedy", "give each image an id of its own")));
                continue;
            }
            images.add(image);
            if (!names.add(raw.fileName())) {
                defects.add(Defect.warning(
                        "coco.image-file-duplicate",
                        raw.position(),
                        Sentence.of(
                                "coco.image-file-duplicate",
                                "the image {0} has the file_name {1} of an earlier image",
                                image.id(),
                                raw.fileName()),
                        Sentence.of("coco.image-file-duplicate.remedy", "list each picture once")));
            }
        }
    }

    private long id(ImageParser.RawImage raw, List<Defect> defects) {
        if (raw.idText().isEmpty()) {
            return raw.id();
        }
        String text = raw.idText().get();
        defects.add(Defect.warning(
                "coco.text-id",
                raw.position(),
                Sentence.of(
                        "coco.text-id.image",
                        "the id of the image {0} is the text \"{1}\" where COCO has a number",
                        raw.fileName(),
                        text),
                Sentence.of("coco.text-id.remedy", "write ids as numbers; other tools refuse such files")));
        long id = raw.id() != RawAnnotation.NO_ID ? raw.id() : ofText(text);
        idTokens.putIfAbsent(id, JsonStrings.quote(text));
        return id;
    }

    private long ofText(String text) {
        return idsOfTexts.computeIfAbsent(text, key -> RawAnnotation.NO_ID + 1 + idsOfTexts.size());
    }

    /** Finds the annotation's image; otherwise tells why it belongs to none. */
    boolean resolve(RawAnnotation annotation, List<Defect> defects) {
        String text = annotation.imageIdText;
        if (text != null && annotation.imageId == RawAnnotation.NO_ID) {
            annotation.imageId = idsOfTexts.getOrDefault(text, RawAnnotation.NO_ID);
        }
        if (byId.containsKey(annotation.imageId)) {
            return true;
        }
        String shown = text != null ? "\"" + text + "\"" : Long.toString(annotation.imageId);
        Sentence message = annotation.imageId == RawAnnotation.NO_ID && text == null
                ? Sentence.of("coco.image-id-missing", "the annotation has no image_id and is not shown")
                : Sentence.of(
                        "coco.image-unknown",
                        "the annotation belongs to image {0}, which \"images\" does not list; it is not shown",
                        shown);
        defects.add(Defect.error(
                        "coco.image-unknown",
                        annotation.start,
                        message,
                        Sentence.of(
                                "coco.image-unknown.remedy",
                                "add the image to \"images\" or remove the annotation; a save leaves it as it is"))
                .about(annotation));
        return false;
    }

    List<CocoImage> list() {
        return List.copyOf(images);
    }

    Map<Long, CocoImage> byId() {
        return Map.copyOf(byId);
    }

    Map<Long, String> idTokens() {
        return Map.copyOf(idTokens);
    }
}
