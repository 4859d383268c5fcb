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
    private final PickleInput in;
    private final Reductions reductions;
    private final TensorRebuild tensors;
    private final PickleStack stack;
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();

    private PickleReader(byte[] pickle, StorageSource storages, long tensorByteBudget) {
        this.in = new PickleInput(pickle);
        this.stack = new PickleStack(in);
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
                return stack.pop();
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
            case 'N' -> stack.push(null);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'J' -> stack.push((long) in.int32());
            case 'K' -> stack.push((long) in.unsignedByte());
            case 'M' -> stack.push((long) in.unsignedShort());
            case 'I' -> stack.push(decimal(in.line()));
            case 'L' -> stack.push(decimal(in.line().replace("L", "")));
            case 'F' -> stack.push(real(in.line()));
            case 0x8a -> stack.push(in.integer(in.unsignedByte()));
            case 0x8b -> stack.push(in.integer(in.length32()));
            case 'G' -> stack.push(in.bigEndianDouble());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Strings and bytes. */
    private boolean text(int opcode) {
        switch (opcode) {
            case 'X' -> stack.push(in.text(in.length32(), StandardCharsets.UTF_8));
            case 0x8c -> stack.push(in.text(in.unsignedByte(), StandardCharsets.UTF_8));
            case 0x8d -> stack.push(in.text(in.length64(), StandardCharsets.UTF_8));
            case 'V' -> stack.push(in.line());
            case 'T' -> stack.push(in.text(in.length32(), StandardCharsets.ISO_8859_1));
            case 'U' -> stack.push(in.text(in.unsignedByte(), StandardCharsets.ISO_8859_1));
            case 'S' -> stack.push(unquoted(in.line()));
            case 'B' -> stack.push(in.bytes(in.length32()));
            case 'C' -> stack.push(in.bytes(in.unsignedByte()));
            case 0x8e, 0x96 -> stack.push(in.bytes(in.length64()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int opcode) {
        switch (opcode) {
            case '(' -> stack.mark();
            case ']' -> stack.push(new ArrayList<@Nullable Object>());
            case 'l', 0x91 -> stack.push(stack.popToMark());
            case 'a' -> appendAll(Collections.singletonList(stack.pop()));
            case 'e', 0x90 -> appendAll(stack.popToMark());
            case ')' -> stack.push(List.of());
            case 't' -> stack.push(Collections.unmodifiableList(stack.popToMark()));
            case 0x85 -> stack.push(stack.tuple(1));
            case 0x86 -> stack.push(stack.tuple(2));
            case 0x87 -> stack.push(stack.tuple(3));
            case '}' -> stack.push(new LinkedHashMap<@Nullable Object, @Nullable Object>());
            case 0x8f -> stack.push(new ArrayList<@Nullable Object>());
            case 'd' -> {
                List<@Nullable Object> pairs = stack.popToMark();
                stack.push(new LinkedHashMap<@Nullable Object, @Nullable Object>());
                putAll(pairs);
            }
            case 's' -> putAll(stack.tuple(2));
            case 'u' -> putAll(stack.popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Stack and memo. */
    private boolean memory(int opcode) {
        switch (opcode) {
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.peek());
            case 'g' -> stack.push(remembered(index(in.line())));
            case 'h' -> stack.push(remembered(in.unsignedByte()));
            case 'j' -> stack.push(remembered(in.length32()));
            case 'p' -> memo.put(index(in.line()), stack.peek());
            case 'q' -> memo.put(in.unsignedByte(), stack.peek());
            case 'r' -> memo.put(in.length32(), stack.peek());
            case 0x94 -> memo.put(memo.size(), stack.peek());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Names, calls and instances: see {@link Reductions}. */
    private boolean object(int opcode) {
        switch (opcode) {
            case 'c' -> stack.push(reductions.name(in.line(), in.line()));
            case 0x93 -> {
                Object name = stack.pop();
                if (!(stack.pop() instanceof String module) || !(name instanceof String text)) {
                    throw in.bad("names something by what is no text");
                }
                stack.push(reductions.name(module, text));
            }
            case 'R' -> {
                Object arguments = stack.pop();
                stack.push(reductions.call(stack.pop(), arguments));
            }
            case 0x81 -> {
                Object arguments = stack.pop();
                stack.push(reductions.instance(stack.pop(), arguments));
            }
            case 0x92 -> {
                stack.pop();
                Object arguments = stack.pop();
                stack.push(reductions.instance(stack.pop(), arguments));
            }
            case 'i' -> stack.push(reductions.call(reductions.name(in.line(), in.line()), stack.popToMark()));
            case 'o' -> {
                List<@Nullable Object> parts = stack.popToMark();
                if (parts.isEmpty()) {
                    throw in.bad("makes an object of nothing");
                }
                stack.push(reductions.call(parts.get(0), parts.subList(1, parts.size())));
            }
            case 'b' -> {
                Object state = stack.pop();
                if (stack.peek() instanceof InertObject object) {
                    object.setState(state);
                }
            }
            case 'Q' -> stack.push(tensors.storage(stack.pop()));
            default -> {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private void appendAll(List<@Nullable Object> values) {
        Object target = stack.peek();
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
        Object target = stack.peek();
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
