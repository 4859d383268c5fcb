package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                        "the image " + raw.fileName() + " has the id " + image.id()
                                + " of an earlier image and is left out",
                        "give each image an id of its own"));
                continue;
            }
            images.add(image);
            if (!names.add(raw.fileName())) {
                defects.add(Defect.warning(
                        "coco.image-file-duplicate",
                        raw.position(),
                        "the image " + image.id() + " has the file_name " + raw.fileName() + " of an earlier image",
                        "list each picture once"));
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
                "the id of the image " + raw.fileName() + " is the text \"" + text + "\" where COCO has a number",
                "write ids as numbers; other tools refuse such files"));
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
        String message = annotation.imageId == RawAnnotation.NO_ID && text == null
                ? "the annotation has no image_id and is not shown"
                : "the annotation belongs to image " + shown + ", which \"images\" does not list; it is not shown";
        defects.add(Defect.error(
                        "coco.image-unknown",
                        annotation.start,
                        message,
                        "add the image to \"images\" or remove the annotation; a save leaves it as it is")
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
