package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Reading in ranges must not be told from reading in one go, however misleading the text. */
class ElementRangesTest {

    @Property(tries = 400)
    void rangesAgreeWithOneGo(@ForAll("elements") List<String> elements, @ForAll("ranges") long rangeBytes)
            throws IOException {
        String text = "[" + String.join(" , ", elements) + "] ,{\"after\":1}";
        ElementRanges.Elements<Spans> read = read(text, rangeBytes);
        assertThat(read.fault()).isEmpty();
        assertThat(text.substring(0, (int) read.end())).endsWith("]");
        assertThat(texts(text, read)).containsExactlyElementsOf(elements);
    }

    @Property(tries = 400)
    void cutTextGivesWhatIsWhole(
            @ForAll("elements") List<String> elements, @ForAll("ranges") long rangeBytes, @ForAll("cuts") double cut)
            throws IOException {
        String whole = "[" + String.join(",", elements) + "]";
        String text = whole.substring(0, 1 + (int) (cut * (whole.length() - 1)));
        ElementRanges.Elements<Spans> ranged = read(text, rangeBytes);
        ElementRanges.Elements<Spans> oneGo = read(text, 1 << 20);
        assertThat(texts(text, ranged)).containsExactlyElementsOf(texts(text, oneGo));
        assertThat(ranged.fault().map(JsonFault::position))
                .isEqualTo(oneGo.fault().map(JsonFault::position));
    }

    @Provide
    Arbitrary<List<String>> elements() {
        return Arbitraries.of(
                        "{}",
                        "{\"a\":[{},{\"b\":1},{\"b\":2}]}",
                        "{\"s\":\"},{\"}",
                        "{\"s\":\"\\\\\\\"},{\\\"\"}",
                        "null",
                        "12.5",
                        "{\"long\":\"" + "x},{".repeat(30) + "\"}",
                        "[{},{},{}]")
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Long> ranges() {
        return Arbitraries.longs().between(1, 200);
    }

    @Provide
    Arbitrary<Double> cuts() {
        return Arbitraries.doubles().between(0, 0.99);
    }

    private static ElementRanges.Elements<Spans> read(String text, long rangeBytes) throws IOException {
        ByteSource source = ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
        return new ElementRanges<>(source, Spans::new, ProgressListener.NONE, CancellationToken.NONE, rangeBytes)
                .read(1);
    }

    private static List<String> texts(String text, ElementRanges.Elements<Spans> read) {
        List<String> texts = new ArrayList<>();
        read.parts()
                .forEach(part -> part.spans.forEach(span -> texts.add(text.substring((int) span[0], (int) span[1]))));
        return texts;
    }

    private static final class Spans implements ElementParser {
        private final List<long[]> spans = new ArrayList<>();

        @Override
        public void element(JsonScanner in) throws IOException {
            in.peek();
            long start = in.position();
            in.skipValue();
            spans.add(new long[] {start, in.position()});
        }
    }
}
