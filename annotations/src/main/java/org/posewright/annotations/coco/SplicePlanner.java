package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posewright.annotations.model.PersonInstance;

/** Turns edits of people into splices of the file's bytes. */
final class SplicePlanner {

    private static final int STYLE_BYTES = 4096;

    private final CocoFile file;
    private final CocoLayout layout;
    private final ByteSource source;
    private final PersonNumbers numbers;

    SplicePlanner(CocoFile file, ByteSource source) {
        this.file = file;
        this.layout = file.layout();
        this.source = source;
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
            splices.add(append(edits.added(), lastKept));
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

    private Splice append(List<CocoEdits.Added> added, int lastKept) throws IOException {
        if (!layout.complete()) {
            throw new CocoException(
                    file.file() + " was not saved: its list of annotations is damaged, so nobody can be added; "
                            + "restore the file, or export to a new one");
        }
        Optional<AnnotationText> example = example();
        JsonStyle style = example.isPresent() ? JsonStyle.of(example.get(), documentStyle()) : documentStyle();
        AnnotationComposer composer = new AnnotationComposer(example, style, numbers, layout.imageIdTokens());
        String separator = separator(style);
        String texts =
                String.join(separator, added.stream().map(composer::compose).toList());
        if (lastKept >= 0) {
            long end = layout.end(lastKept);
            return Splice.replace(end, end, separator + texts);
        }
        long start = layout.elementCount() > 0 ? layout.starts()[0] : layout.arrayStart();
        return Splice.replace(start, start, texts);
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
        return new String(bytes(start, (int) (end - start)), StandardCharsets.UTF_8);
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
