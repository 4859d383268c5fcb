package org.posewright.annotations.coco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.posewright.annotations.model.PersonInstance;

/** Turns edits of people into splices of the file's bytes. */
final class SplicePlanner {

    private static final int STYLE_BYTES = 4096;

    private final CocoFile file;
    private final CocoLayout layout;
    private final ByteSource source;
    private final PersonNumbers numbers;
    private final RemovedAnnotations memory;

    SplicePlanner(CocoFile file, ByteSource source, RemovedAnnotations memory) {
        this.file = file;
        this.layout = file.layout();
        this.source = source;
        this.memory = memory;
        this.numbers = new PersonNumbers(file.categories(), file.skeleton().valuesPerKeypoint());
    }

    /** In ascending order, without overlaps. */
    List<Splice> plan(CocoEdits edits) throws IOException {
        Map<Long, Integer> elements = elementsOf(edits);
        List<Splice> splices = new ArrayList<>();
        for (CocoEdits.Changed changed : edits.changed()) {
            int element = elements.get(changed.before().id());
            long start = layout.starts()[element];
            new AnnotationSplicer(new AnnotationText(bytes(element)), numbers)
                    .splices(changed.before(), changed.after())
                    .forEach(splice ->
                            splices.add(new Splice(start + splice.start(), start + splice.end(), splice.text())));
        }
        Set<Integer> removed = new HashSet<>();
        edits.removed().forEach(person -> removed.add(elements.get(person.id())));
        int lastKept = cutRemoved(removed, splices);
        if (!edits.added().isEmpty()) {
            splices.addAll(insert(edits.added(), removed, lastKept));
        }
        // An insertion comes before a cut that begins at the same place.
        splices.sort(Comparator.comparingLong(Splice::start).thenComparingLong(Splice::end));
        return splices;
    }

    private Map<Long, Integer> elementsOf(CocoEdits edits) {
        Set<Long> wanted = new HashSet<>();
        edits.changed().forEach(changed -> wanted.add(changed.before().id()));
        edits.removed().stream().map(PersonInstance::id).forEach(wanted::add);
        Map<Long, Integer> elements = new HashMap<>();
        long[] ids = layout.personIds();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != RawAnnotation.NO_ID && wanted.contains(ids[i])) {
                elements.put(ids[i], i);
            }
        }
        return elements;
    }

    /** Cuts each removed element with one comma; returns the last element that stays, -1 when none does. */
    private int cutRemoved(Set<Integer> removed, List<Splice> splices) {
        int lastKept = -1;
        for (int i = 0; i < layout.elementCount(); i++) {
            if (!removed.contains(i)) {
                lastKept = i;
            } else if (lastKept >= 0) {
                splices.add(Splice.cut(layout.end(i - 1), layout.end(i)));
            } else {
                boolean last = i + 1 == layout.elementCount();
                splices.add(Splice.cut(layout.starts()[i], last ? layout.end(i) : layout.starts()[i + 1]));
            }
        }
        return lastKept;
    }

    /** The annotations that a save of these edits cuts out, as they stand; the last one of the file first. */
    List<RemovedAnnotation> removals(CocoEdits edits) throws IOException {
        Map<Long, Integer> elements = elementsOf(edits);
        List<RemovedAnnotation> removals = new ArrayList<>();
        List<Integer> lastFirst = edits.removed().stream()
                .map(person -> elements.get(person.id()))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int element : lastFirst) {
            long start = layout.starts()[element];
            long end = layout.end(element);
            boolean last = element + 1 == layout.elementCount();
            removals.add(new RemovedAnnotation(
                    layout.personIds()[element],
                    idBefore(element),
                    element == 0 ? new byte[0] : bytes(layout.end(element - 1), start),
                    last ? new byte[0] : bytes(end, layout.starts()[element + 1]),
                    bytes(element)));
        }
        return removals;
    }

    private OptionalLong idBefore(int element) {
        for (int i = element - 1; i >= 0; i--) {
            if (layout.personIds()[i] != RawAnnotation.NO_ID) {
                return OptionalLong.of(layout.personIds()[i]);
            }
        }
        return OptionalLong.empty();
    }

    /** Those that were here before go back to their places; new ones follow behind the last. */
    private List<Splice> insert(List<CocoEdits.Added> added, Set<Integer> cut, int lastKept) throws IOException {
        if (!layout.complete()) {
            throw new CocoException(
                    file.file() + " was not saved: its list of annotations is damaged, so nobody can be added; "
                            + "restore the file, or export to a new one");
        }
        ReturningAnnotations returning = new ReturningAnnotations(file, numbers, memory, added);
        List<byte[]> fresh = new ArrayList<>();
        List<Splice> splices = new ArrayList<>();
        if (lastKept >= 0) {
            splices.addAll(returning.insertions(cut));
        } else {
            returning.joined().ifPresent(fresh::add);
        }
        fresh.addAll(composed(returning.others()));
        if (!fresh.isEmpty()) {
            splices.add(append(fresh, lastKept));
        }
        return splices;
    }

    private List<byte[]> composed(List<CocoEdits.Added> added) throws IOException {
        Optional<AnnotationText> example = example();
        AnnotationComposer composer = new AnnotationComposer(example, style(example), numbers, layout.imageIdTokens());
        return added.stream()
                .map(one -> composer.compose(one).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private JsonStyle style(Optional<AnnotationText> example) throws IOException {
        return example.isPresent() ? JsonStyle.of(example.get(), documentStyle()) : documentStyle();
    }

    private Splice append(List<byte[]> texts, int lastKept) throws IOException {
        byte[] separator = separator(style(example())).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0 || lastKept >= 0) {
                joined.writeBytes(separator);
            }
            joined.writeBytes(texts.get(i));
        }
        long place = lastKept >= 0
                ? layout.end(lastKept)
                : layout.elementCount() > 0 ? layout.starts()[0] : layout.arrayStart();
        return new Splice(place, place, joined.toByteArray());
    }

    /** What stands between elements. */
    private String separator(JsonStyle style) throws IOException {
        int count = layout.elementCount();
        if (count > 1) {
            return text(layout.end(count - 2), layout.starts()[count - 1]);
        }
        return count == 1 ? "," + text(layout.arrayStart(), layout.starts()[0]) : style.comma();
    }

    /** The last annotation that is one. */
    private Optional<AnnotationText> example() throws IOException {
        for (int i = layout.elementCount() - 1; i >= 0; i--) {
            if (layout.personIds()[i] != RawAnnotation.NO_ID) {
                return Optional.of(new AnnotationText(bytes(i)));
            }
        }
        return Optional.empty();
    }

    /** What the first bytes of the file show: blanks behind the colon or none. */
    private JsonStyle documentStyle() throws IOException {
        String start = text(0, Math.min(STYLE_BYTES, source.size()));
        int colon = start.indexOf("\":");
        boolean spaced = colon >= 0 && colon + 2 < start.length() && start.charAt(colon + 2) == ' ';
        return spaced ? JsonStyle.SPACED : JsonStyle.COMPACT;
    }

    private byte[] bytes(int element) throws IOException {
        return bytes(layout.starts()[element], layout.lengths()[element]);
    }

    private String text(long start, long end) throws IOException {
        return new String(bytes(start, end), StandardCharsets.UTF_8);
    }

    private byte[] bytes(long start, long end) throws IOException {
        return bytes(start, (int) (end - start));
    }

    private byte[] bytes(long start, int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            int count = source.read(start + done, bytes, done, length - done);
            if (count <= 0) {
                throw JsonFault.cutOff(start + done);
            }
            done += count;
        }
        return bytes;
    }
}
