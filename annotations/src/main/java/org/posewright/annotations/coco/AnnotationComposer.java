package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.NumberText;

/** Writes the text of a new annotation in the manner of one that the file has: its layout, and its keys in their order. */
final class AnnotationComposer {

    /** Of a person's box, the part that a mask covers on average; Ultralytics uses the same where COCO's area is missing. */
    private static final double MASK_SHARE_OF_BOX = 0.53;

    private final Optional<AnnotationText> example;
    private final JsonStyle style;
    private final PersonNumbers numbers;
    private final Map<Long, String> imageIdTokens;

    AnnotationComposer(
            Optional<AnnotationText> example, JsonStyle style, PersonNumbers numbers, Map<Long, String> imageIdTokens) {
        this.example = example;
        this.style = style;
        this.numbers = numbers;
        this.imageIdTokens = imageIdTokens;
    }

    String compose(CocoEdits.Added added) {
        Map<String, String> values = values(added);
        List<String> members = new ArrayList<>();
        example.ifPresent(text -> text.members().keySet().forEach(key -> {
            String value = key.equals("segmentation") ? "[]" : values.remove(key);
            if (value != null) {
                members.add(style.member(key, value));
            }
        }));
        values.forEach((key, value) -> members.add(style.member(key, value)));
        return style.object(members);
    }

    private Map<String, String> values(CocoEdits.Added added) {
        PersonInstance person = added.person();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", Long.toString(added.annotationId()));
        values.put("image_id", imageIdTokens.getOrDefault(added.imageId(), Long.toString(added.imageId())));
        values.put("category_id", numbers.categoryId(person));
        values.put("iscrowd", person.crowd() ? "1" : "0");
        double area = person.segmentationArea().orElse(Math.max(0, person.box().area()) * MASK_SHARE_OF_BOX);
        values.put("area", NumberText.shortest(area));
        values.put("bbox", style.list().of(AnnotationSplicer.box(person.box())));
        values.put("num_keypoints", Integer.toString(person.keypoints().labeledCount()));
        values.put("keypoints", style.list().of(numbers.keypoints(person.keypoints())));
        return values;
    }
}
