package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.posewright.annotations.coco.AnnotationText.Member;
import org.posewright.annotations.coco.AnnotationText.Span;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.NumberText;

/** Finds the least change of an annotation's text that makes it say what a person has become. Offsets are relative to the text. */
final class AnnotationSplicer {

    private final AnnotationText text;
    private final JsonStyle style;
    private final PersonNumbers numbers;
    private final List<Splice> splices = new ArrayList<>();
    private final List<String> insertedMembers = new ArrayList<>();

    AnnotationSplicer(AnnotationText text, PersonNumbers numbers) {
        this.text = text;
        this.style = JsonStyle.of(text, JsonStyle.COMPACT);
        this.numbers = numbers;
    }

    /** In ascending order. */
    List<Splice> splices(PersonInstance before, PersonInstance after) {
        if (!before.box().equals(after.box())) {
            list("bbox", box(before.box()), box(after.box()));
        }
        keypoints(before, after);
        if (before.categoryIndex() != after.categoryIndex()) {
            value("category_id", numbers.categoryId(after));
        }
        if (before.crowd() != after.crowd()) {
            value("iscrowd", after.crowd() ? "1" : "0");
        }
        if (!before.segmentationArea().equals(after.segmentationArea())
                && after.segmentationArea().isPresent()) {
            value("area", NumberText.shortest(after.segmentationArea().getAsDouble()));
        }
        insertMembers();
        splices.sort(java.util.Comparator.comparingLong(Splice::start));
        return splices;
    }

    private void keypoints(PersonInstance before, PersonInstance after) {
        List<String> wanted = numbers.keypoints(before.keypoints(), after.keypoints());
        boolean changed = wanted.stream().anyMatch(Objects::nonNull);
        boolean inserted = changed && !text.members().containsKey("keypoints");
        if (changed) {
            keypointList(after.keypoints(), wanted);
        }
        boolean declared = text.members().containsKey("num_keypoints");
        int count = after.declaredKeypoints().orElseGet(() -> after.keypoints().labeledCount());
        boolean countChanged = before.declaredKeypoints().isPresent()
                ? !before.declaredKeypoints().equals(after.declaredKeypoints())
                : changed;
        if (inserted || declared && countChanged) {
            value("num_keypoints", Integer.toString(count));
        }
    }

    private void keypointList(Keypoints points, List<String> wanted) {
        Optional<Member> member = Optional.ofNullable(text.members().get("keypoints"));
        if (member.isPresent() && member.get().items().size() == wanted.size()) {
            replaceItems(member.get().items(), wanted);
        } else {
            value("keypoints", style.list().of(numbers.keypoints(points)));
        }
    }

    private void list(String key, List<String> before, List<String> after) {
        Member member = text.members().get(key);
        if (member == null || member.items().size() != after.size()) {
            value(key, style.list().of(after));
            return;
        }
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            wanted.add(before.get(i).equals(after.get(i)) ? null : after.get(i));
        }
        replaceItems(member.items(), wanted);
    }

    private void replaceItems(List<Span> items, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String newText = wanted.get(i);
            Span item = items.get(i);
            if (newText != null && !sameNumber(text.text(item.start(), item.end()), newText)) {
                splices.add(Splice.replace(item.start(), item.end(), newText));
            }
        }
    }

    /** A number that says the same already keeps its text, such as 1.50. */
    private static boolean sameNumber(String oldText, String newText) {
        try {
            return Double.parseDouble(oldText) == Double.parseDouble(newText);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Replaces the member's whole value, or adds the member. */
    private void value(String key, String newValue) {
        Member member = text.members().get(key);
        if (member == null) {
            insertedMembers.add(style.member(key, newValue));
        } else {
            splices.add(Splice.replace(member.value().start(), member.value().end(), newValue));
        }
    }

    private void insertMembers() {
        if (insertedMembers.isEmpty()) {
            return;
        }
        String joined = String.join(style.comma(), insertedMembers);
        List<Member> members = text.inOrder();
        if (members.isEmpty()) {
            splices.add(Splice.replace(1, 1, joined));
        } else {
            int end = members.get(members.size() - 1).value().end();
            splices.add(Splice.replace(end, end, style.comma() + joined));
        }
    }

    static List<String> box(Box box) {
        return Arrays.asList(
                NumberText.shortest(box.x()),
                NumberText.shortest(box.y()),
                NumberText.shortest(box.width()),
                NumberText.shortest(box.height()));
    }
}
