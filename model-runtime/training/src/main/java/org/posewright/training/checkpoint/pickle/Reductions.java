package org.posewright.training.checkpoint.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;

/** Gives the few calls with a meaning their values, keeps harmless ones as data, and notes every other one for refusal. */
final class Reductions {
    /** Most elements that all copies of containers and encoded texts may have; beyond, the file is made to exhaust memory. */
    private static final long COPY_BUDGET = 64_000_000;

    private final TensorRebuild tensors;
    private long copiesLeft = COPY_BUDGET;
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();

    Reductions(TensorRebuild tensors) {
        this.tensors = tensors;
    }

    /** Functions that the file wanted to run. */
    Set<String> refused() {
        return refused;
    }

    /** Names outside of what checkpoints of this kind usually use. */
    Set<String> listed() {
        return listed;
    }

    GlobalName name(String module, String name) {
        GlobalName global = new GlobalName(module, name);
        if (GlobalPolicy.dangerousToName(global)) {
            refused.add(GlobalPolicy.familiarName(global));
        } else if (GlobalPolicy.worthListing(global)) {
            listed.add(global.toString());
        }
        return global;
    }

    @Nullable
    Object call(@Nullable Object callable, @Nullable Object argumentTuple) {
        if (!(argumentTuple instanceof List<?> given)) {
            throw new CheckpointException("The pickle calls something with arguments that are no tuple.");
        }
        spend(given.size());
        List<@Nullable Object> arguments = Collections.unmodifiableList(new ArrayList<@Nullable Object>(given));
        if (!(callable instanceof GlobalName global)) {
            refused.add("the result of " + (callable == null ? "None" : describe(callable)));
            return null;
        }
        return switch (global.toString()) {
            case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3" -> tensors.tensor(arguments);
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" -> first(arguments);
            case "collections.OrderedDict", "__builtin__.dict", "builtins.dict" -> dictionary(arguments);
            case "collections.defaultdict" -> new LinkedHashMap<@Nullable Object, @Nullable Object>();
            case "__builtin__.list", "builtins.list", "__builtin__.set", "builtins.set", "builtins.frozenset" ->
                list(arguments);
            case "__builtin__.frozenset", "__builtin__.tuple", "builtins.tuple", "torch.Size" -> list(arguments);
            case "_codecs.encode" -> encoded(arguments);
            case "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar" -> numpyScalar(arguments);
            case "pathlib.PosixPath", "pathlib.WindowsPath", "pathlib.PurePosixPath", "pathlib.PureWindowsPath" ->
                path(arguments);
            default -> kept(global, arguments);
        };
    }

    /**
     * An object made by its class's {@code __new__}. Python itself accepts only classes here, so whatever is named stays inert, whether its
     * name looks like a class or not (Ultralytics has {@code v8PoseLoss}); dangerous names are refused by being mentioned.
     */
    @Nullable
    Object instance(@Nullable Object type, @Nullable Object argumentTuple) {
        boolean container = type instanceof GlobalName global && GlobalPolicy.isContainer(global);
        if (!container && type instanceof GlobalName global && argumentTuple instanceof List<?> given) {
            spend(given.size());
            return new InertObject(global, Collections.unmodifiableList(new ArrayList<@Nullable Object>(given)));
        }
        return call(type, argumentTuple);
    }

    private Object kept(GlobalName global, List<@Nullable Object> arguments) {
        if (!GlobalPolicy.callStaysData(global)) {
            refused.add(GlobalPolicy.familiarName(global));
        }
        return new InertObject(global, arguments);
    }

    private static String describe(Object callable) {
        return callable instanceof InertObject object
                ? object.type().toString()
                : callable.getClass().getSimpleName();
    }

    private static @Nullable Object first(List<@Nullable Object> arguments) {
        return arguments.isEmpty() ? null : arguments.get(0);
    }

    private void spend(long elements) {
        copiesLeft -= elements;
        if (copiesLeft < 0) {
            throw new CheckpointException("The pickle copies so many values that it must be made to exhaust memory.");
        }
    }

    private Map<@Nullable Object, @Nullable Object> dictionary(List<@Nullable Object> arguments) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        Object source = first(arguments);
        if (source instanceof Map<?, ?> given) {
            spend(given.size());
            map.putAll(given);
        } else if (source instanceof List<?> pairs) {
            spend(pairs.size());
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> entry) || entry.size() != 2) {
                    throw new CheckpointException(
                            "The pickle makes a dictionary from something that is no list of pairs.");
                }
                map.put(PickleKeys.checked(entry.get(0)), entry.get(1));
            }
        }
        return map;
    }

    private List<@Nullable Object> list(List<@Nullable Object> arguments) {
        if (first(arguments) instanceof Collection<?> given) {
            spend(given.size());
            return new ArrayList<>(given);
        }
        return new ArrayList<>();
    }

    private byte[] encoded(List<@Nullable Object> arguments) {
        if (first(arguments) instanceof String text) {
            spend(text.length());
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        throw new CheckpointException("The pickle encodes something that is no text.");
    }

    private static String path(List<@Nullable Object> arguments) {
        String joined = arguments.stream()
                .map(part -> part instanceof String text ? text : "?")
                .collect(Collectors.joining("/"));
        return joined.startsWith("//") ? joined.substring(1) : joined;
    }

    /** (dtype, bytes): a number that NumPy kept in its own type. */
    private static @Nullable Object numpyScalar(List<@Nullable Object> arguments) {
        if (arguments.size() < 2
                || !(arguments.get(0) instanceof InertObject dtype)
                || !(first(dtype.arguments()) instanceof String code)
                || !(arguments.get(1) instanceof byte[] bytes)) {
            throw new CheckpointException("The checkpoint holds a malformed NumPy number.");
        }
        boolean bigEndian = dtype.state() instanceof List<?> state && state.size() > 1 && ">".equals(state.get(1));
        ByteBuffer in = ByteBuffer.wrap(bytes).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        String width = code.substring(0, 1) + bytes.length;
        return switch (width) {
            case "f8" -> in.getDouble();
            case "f4" -> (double) in.getFloat();
            case "i8", "u8" -> in.getLong();
            case "i4" -> (long) in.getInt();
            case "u4" -> in.getInt() & 0xFFFFFFFFL;
            case "i2" -> (long) in.getShort();
            case "b1" -> in.get() != 0;
            default -> null;
        };
    }
}
