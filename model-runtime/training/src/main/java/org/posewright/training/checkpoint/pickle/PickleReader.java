package org.posewright.training.checkpoint.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;

/**
 * The virtual machine for pickles of protocols 0 to 5. Integers become {@code Long}, reals {@code Double}, lists and tuples {@code List},
 * dictionaries {@code Map} in file order, {@code None} null.
 */
public final class PickleReader {
    private static final Object MARK = new Object();

    private final PickleInput in;
    private final Reductions reductions;
    private final TensorRebuild tensors;
    private final List<@Nullable Object> stack = new ArrayList<>();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();

    private PickleReader(byte[] pickle, StorageSource storages, long tensorByteBudget) {
        this.in = new PickleInput(pickle);
        this.tensors = new TensorRebuild(storages, tensorByteBudget);
        this.reductions = new Reductions(tensors);
    }

    /**
     * What a pickle holds.
     *
     * @param root the object it describes
     * @param otherNames classes and functions it names beyond what checkpoints usually need; they stayed inert
     */
    public record Content(@Nullable Object root, List<String> otherNames) {}

    /**
     * @param tensorByteBudget most bytes that all tensors may take together
     * @throws CheckpointException if the pickle is damaged, uses unknown opcodes, or asks for a function to be run
     */
    public static Content read(byte[] pickle, StorageSource storages, long tensorByteBudget) {
        PickleReader reader = new PickleReader(pickle, storages, tensorByteBudget);
        Object root = reader.run();
        List<String> refused = List.copyOf(reader.reductions.refused());
        List<String> listed = List.copyOf(reader.reductions.listed());
        if (!refused.isEmpty()) {
            String also = listed.isEmpty() ? "" : " It also names: " + String.join(", ", listed) + ".";
            throw new CheckpointException("The checkpoint asks to run " + String.join(", ", refused)
                    + " while it is loaded; nothing was run and the file is refused." + also
                    + " Get the model from its original source.");
        }
        return new Content(root, listed);
    }

    private @Nullable Object run() {
        while (true) {
            int opcode = in.unsignedByte();
            if (opcode == '.') {
                return pop();
            }
            boolean known = constant(opcode) || text(opcode) || container(opcode) || memory(opcode) || object(opcode);
            if (!known) {
                throw in.bad("uses an unknown opcode 0x" + Integer.toHexString(opcode));
            }
        }
    }

    /** Numbers, truth values, None. */
    private boolean constant(int opcode) {
        switch (opcode) {
            case 0x80 -> in.unsignedByte();
            case 0x95 -> in.length64();
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'J' -> push((long) in.int32());
            case 'K' -> push((long) in.unsignedByte());
            case 'M' -> push((long) in.unsignedShort());
            case 'I' -> push(decimal(in.line()));
            case 'L' -> push(decimal(in.line().replace("L", "")));
            case 'F' -> push(real(in.line()));
            case 0x8a -> push(in.integer(in.unsignedByte()));
            case 0x8b -> push(in.integer(in.length32()));
            case 'G' -> push(in.bigEndianDouble());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Strings and bytes. */
    private boolean text(int opcode) {
        switch (opcode) {
            case 'X' -> push(in.text(in.length32(), StandardCharsets.UTF_8));
            case 0x8c -> push(in.text(in.unsignedByte(), StandardCharsets.UTF_8));
            case 0x8d -> push(in.text(in.length64(), StandardCharsets.UTF_8));
            case 'V' -> push(in.line());
            case 'T' -> push(in.text(in.length32(), StandardCharsets.ISO_8859_1));
            case 'U' -> push(in.text(in.unsignedByte(), StandardCharsets.ISO_8859_1));
            case 'S' -> push(unquoted(in.line()));
            case 'B' -> push(in.bytes(in.length32()));
            case 'C' -> push(in.bytes(in.unsignedByte()));
            case 0x8e, 0x96 -> push(in.bytes(in.length64()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int opcode) {
        switch (opcode) {
            case '(' -> push(MARK);
            case ']' -> push(new ArrayList<@Nullable Object>());
            case 'l', 0x91 -> push(popToMark());
            case 'a' -> appendAll(Collections.singletonList(pop()));
            case 'e', 0x90 -> appendAll(popToMark());
            case ')' -> push(List.of());
            case 't' -> push(Collections.unmodifiableList(popToMark()));
            case 0x85 -> push(tuple(1));
            case 0x86 -> push(tuple(2));
            case 0x87 -> push(tuple(3));
            case '}' -> push(new LinkedHashMap<@Nullable Object, @Nullable Object>());
            case 0x8f -> push(new ArrayList<@Nullable Object>());
            case 'd' -> {
                List<@Nullable Object> pairs = popToMark();
                push(new LinkedHashMap<@Nullable Object, @Nullable Object>());
                putAll(pairs);
            }
            case 's' -> putAll(tuple(2));
            case 'u' -> putAll(popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Stack and memo. */
    private boolean memory(int opcode) {
        switch (opcode) {
            case '0' -> pop();
            case '1' -> popToMark();
            case '2' -> push(peek());
            case 'g' -> push(remembered(index(in.line())));
            case 'h' -> push(remembered(in.unsignedByte()));
            case 'j' -> push(remembered(in.length32()));
            case 'p' -> memo.put(index(in.line()), peek());
            case 'q' -> memo.put(in.unsignedByte(), peek());
            case 'r' -> memo.put(in.length32(), peek());
            case 0x94 -> memo.put(memo.size(), peek());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Names, calls and instances: see {@link Reductions}. */
    private boolean object(int opcode) {
        switch (opcode) {
            case 'c' -> push(reductions.name(in.line(), in.line()));
            case 0x93 -> {
                Object name = pop();
                if (!(pop() instanceof String module) || !(name instanceof String text)) {
                    throw in.bad("names something by what is no text");
                }
                push(reductions.name(module, text));
            }
            case 'R' -> {
                Object arguments = pop();
                push(reductions.call(pop(), arguments));
            }
            case 0x81 -> {
                Object arguments = pop();
                push(reductions.instance(pop(), arguments));
            }
            case 0x92 -> {
                pop();
                Object arguments = pop();
                push(reductions.instance(pop(), arguments));
            }
            case 'i' -> push(reductions.instance(reductions.name(in.line(), in.line()), popToMark()));
            case 'o' -> {
                List<@Nullable Object> parts = popToMark();
                if (parts.isEmpty()) {
                    throw in.bad("makes an object of nothing");
                }
                push(reductions.instance(parts.get(0), parts.subList(1, parts.size())));
            }
            case 'b' -> {
                Object state = pop();
                if (peek() instanceof InertObject object) {
                    object.setState(state);
                }
            }
            case 'Q' -> push(tensors.storage(pop()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void push(@Nullable Object value) {
        stack.add(value);
    }

    private @Nullable Object pop() {
        Object top = peek();
        stack.remove(stack.size() - 1);
        return top;
    }

    private @Nullable Object peek() {
        if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
            throw in.bad("takes a value from an empty stack");
        }
        return stack.get(stack.size() - 1);
    }

    private List<@Nullable Object> popToMark() {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw in.bad("looks for a mark that was never set");
        }
        List<@Nullable Object> above = stack.subList(mark + 1, stack.size());
        List<@Nullable Object> values = new ArrayList<>(above);
        above.clear();
        stack.remove(mark);
        return values;
    }

    private List<@Nullable Object> tuple(int size) {
        Object[] values = new Object[size];
        for (int i = size - 1; i >= 0; i--) {
            values[i] = pop();
        }
        return Collections.unmodifiableList(java.util.Arrays.asList(values));
    }

    @SuppressWarnings("unchecked")
    private void appendAll(List<@Nullable Object> values) {
        Object target = peek();
        if (target instanceof ArrayList<?> list) {
            ((ArrayList<@Nullable Object>) list).addAll(values);
        } else if (target instanceof InertObject object) {
            object.elements().addAll(values);
        } else {
            throw in.bad("appends to something that is no list");
        }
    }

    @SuppressWarnings("unchecked")
    private void putAll(List<@Nullable Object> pairs) {
        Object target = peek();
        Map<@Nullable Object, @Nullable Object> map;
        if (target instanceof LinkedHashMap<?, ?> dictionary) {
            map = (Map<@Nullable Object, @Nullable Object>) dictionary;
        } else if (target instanceof InertObject object) {
            map = object.items();
        } else {
            throw in.bad("puts entries into something that is no dictionary");
        }
        if (pairs.size() % 2 != 0) {
            throw in.bad("has a dictionary key without a value");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(PickleKeys.checked(pairs.get(i)), pairs.get(i + 1));
        }
    }

    private @Nullable Object remembered(int index) {
        if (!memo.containsKey(index)) {
            throw in.bad("refers to a value it never stored");
        }
        return memo.get(index);
    }

    private int index(String line) {
        return decimal(line) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE
                ? number.intValue()
                : -1;
    }

    private Object decimal(String line) {
        if (line.equals("01") || line.equals("00")) {
            return line.equals("01");
        }
        try {
            return Long.valueOf(line.trim());
        } catch (NumberFormatException e) {
            throw in.bad("has '" + line + "' where a whole number should be");
        }
    }

    private Object real(String line) {
        try {
            return Double.valueOf(line.trim());
        } catch (NumberFormatException e) {
            throw in.bad("has '" + line + "' where a number should be");
        }
    }

    private static String unquoted(String line) {
        return line.length() >= 2 ? line.substring(1, line.length() - 1) : line;
    }
}
