package org.posewright.annotations.coco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.posewright.annotations.model.PersonInstance;

/** Puts annotations that an earlier save cut out back where they stood, in their own text but for what was edited since. */
final class ReturningAnnotations {

    /** One that comes back, with its text. */
    private record Returning(RemovedAnnotation removed, byte[] text) {}

    private final CocoFile file;
    private final PersonNumbers numbers;
    private final List<Long> order;
    private final byte[] usualSeparator;
    private final Map<Long, Returning> returning = new LinkedHashMap<>();
    private final List<CocoEdits.Added> others = new ArrayList<>();

    ReturningAnnotations(CocoFile file, PersonNumbers numbers, RemovedAnnotations memory, List<CocoEdits.Added> added)
            throws IOException {
        this.file = file;
        this.numbers = numbers;
        List<RemovedAnnotation> removed = memory.all();
        usualSeparator = usualSeparator(removed);
        Map<Long, RemovedAnnotation> byId = new HashMap<>();
        removed.forEach(one -> byId.put(one.id(), one));
        Map<Long, Returning> found = new HashMap<>();
        for (CocoEdits.Added one : added) {
            Optional<Returning> known = returning(one, byId);
            known.ifPresent(back -> found.put(one.annotationId(), back));
            if (known.isEmpty()) {
                others.add(one);
            }
        }
        order = found.isEmpty() ? List.of() : new AnnotationOrder(file.layout().personIds(), removed).ids();
        order.stream().filter(found::containsKey).forEach(id -> returning.put(id, found.get(id)));
    }

    /** All of them in the order in which they stood, as one text for a list that is empty otherwise; empty when nobody returns. */
    Optional<byte[]> joined() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Returning one : returning.values()) {
            if (out.size() > 0) {
                out.writeBytes(orUsual(one.removed().before()));
            }
            out.writeBytes(one.text());
        }
        return returning.isEmpty() ? Optional.empty() : Optional.of(out.toByteArray());
    }

    /** The people that have no text yet. */
    List<CocoEdits.Added> others() {
        return others;
    }

    private Optional<Returning> returning(CocoEdits.Added added, Map<Long, RemovedAnnotation> byId) throws IOException {
        PersonInstance person = added.person();
        RemovedAnnotation removed = byId.get(person.id());
        if (removed == null || added.annotationId() != person.id()) {
            return Optional.empty();
        }
        byte[] text = removed.text();
        RawAnnotation raw = parsed(text);
        if (raw.id != person.id() || !isOf(added.imageId(), raw)) {
            return Optional.empty();
        }
        raw.personId = raw.id;
        PersonInstance before = new PersonBuilder(file.categories(), file.skeleton(), new ArrayList<>()).build(raw);
        List<Splice> splices = new AnnotationSplicer(new AnnotationText(text), numbers).splices(before, person);
        return Optional.of(new Returning(removed, spliced(text, splices)));
    }

    private static RawAnnotation parsed(byte[] text) throws IOException {
        AnnotationParser parser = new AnnotationParser();
        parser.element(new JsonScanner(ByteSource.of(text), 0));
        return parser.annotations.get(0);
    }

    private boolean isOf(long imageId, RawAnnotation raw) {
        String text = raw.imageIdText;
        return text == null
                ? raw.imageId == imageId
                : JsonStrings.quote(text).equals(file.layout().imageIdTokens().get(imageId));
    }

    private static byte[] spliced(byte[] text, List<Splice> splices) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        int position = 0;
        for (Splice splice : splices) {
            out.write(text, position, (int) splice.start() - position);
            out.writeBytes(splice.text());
            position = (int) splice.end();
        }
        out.write(text, position, text.length - position);
        return out.toByteArray();
    }

    /**
     * Insertions for all of them, each behind the annotation that stood before it.
     *
     * @param cut elements that this save removes; at least one element must stay
     */
    List<Splice> insertions(Set<Integer> cut) {
        Map<Long, Integer> kept = new HashMap<>();
        long[] ids = file.layout().personIds();
        for (int i = 0; i < ids.length; i++) {
            if (!cut.contains(i)) {
                kept.put(ids[i], i);
            }
        }
        List<Splice> splices = new ArrayList<>();
        int anchor = -1;
        for (long id : order) {
            anchor = kept.getOrDefault(id, anchor);
            Returning back = returning.get(id);
            if (back != null) {
                splices.add(insertion(back, anchor, cut));
            }
        }
        return splices;
    }

    private Splice insertion(Returning one, int anchor, Set<Integer> cut) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        if (anchor >= 0) {
            text.writeBytes(orUsual(one.removed().before()));
            text.writeBytes(one.text());
            long end = file.layout().end(anchor);
            return new Splice(end, end, text.toByteArray());
        }
        int first = 0;
        while (cut.contains(first)) {
            first++;
        }
        text.writeBytes(one.text());
        text.writeBytes(orUsual(one.removed().behind()));
        long start = file.layout().starts()[first];
        return new Splice(start, start, text.toByteArray());
    }

    private byte[] orUsual(byte[] separator) {
        return separator.length == 0 ? usualSeparator : separator;
    }

    /** One that stood between annotations of this file; the first and last have it on one side only. */
    private static byte[] usualSeparator(List<RemovedAnnotation> removed) {
        return removed.stream()
                .flatMap(one -> Stream.of(one.before(), one.behind()))
                .filter(separator -> separator.length > 0)
                .findFirst()
                .orElse(new byte[] {','});
    }
}
