package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of one annotation, taken apart: where each member stands. Offsets count bytes from the opening brace. When a key stands
 * twice the last one counts, as for the reader.
 */
final class AnnotationText {

    /** From {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /**
     * A member.
     *
     * @param items the elements when the value is a list, otherwise empty
     */
    record Member(Span key, Span value, List<Span> items) {}

    private final byte[] bytes;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Member> inOrder = new ArrayList<>();

    AnnotationText(byte[] bytes) throws IOException {
        this.bytes = bytes;
        JsonScanner in = new JsonScanner(ByteSource.of(bytes), 0);
        for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
            in.requireString();
            Span keySpan = new Span((int) in.tokenStart(), (int) in.tokenEnd());
            // Names are compared as they stand, escapes and all, as the reader does.
            String key = text(keySpan.start() + 1, keySpan.end() - 1);
            in.expect(':');
            in.peek();
            int start = (int) in.position();
            List<Span> items = isNumberList(key) && in.peek() == '[' ? items(in) : skip(in);
            Member member = new Member(keySpan, new Span(start, (int) in.position()), items);
            members.put(key, member);
            inOrder.add(member);
        }
    }

    private static boolean isNumberList(String key) {
        return key.equals("keypoints") || key.equals("bbox");
    }

    private static List<Span> skip(JsonScanner in) throws IOException {
        in.skipValue();
        return List.of();
    }

    private static List<Span> items(JsonScanner in) throws IOException {
        List<Span> items = new ArrayList<>();
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            in.peek();
            int start = (int) in.position();
            in.skipValue();
            items.add(new Span(start, (int) in.position()));
        }
        return items;
    }

    Map<String, Member> members() {
        return members;
    }

    /** Members as they stand, a repeated key included. */
    List<Member> inOrder() {
        return inOrder;
    }

    int length() {
        return bytes.length;
    }

    String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
