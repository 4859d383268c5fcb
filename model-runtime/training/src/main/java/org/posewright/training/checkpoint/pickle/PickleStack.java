package org.posewright.training.checkpoint.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine's stack of values and marks; taking what is not there says where the pickle is wrong. */
final class PickleStack {
    private static final Object MARK = new Object();

    private final PickleInput in;
    private final List<@Nullable Object> values = new ArrayList<>();

    PickleStack(PickleInput in) {
        this.in = in;
    }

    void mark() {
        values.add(MARK);
    }

    void push(@Nullable Object value) {
        values.add(value);
    }

    @Nullable
    Object pop() {
        Object top = peek();
        values.remove(values.size() - 1);
        return top;
    }

    @Nullable
    Object peek() {
        if (values.isEmpty() || values.get(values.size() - 1) == MARK) {
            throw in.bad("takes a value from an empty stack");
        }
        return values.get(values.size() - 1);
    }

    List<@Nullable Object> popToMark() {
        int mark = values.lastIndexOf(MARK);
        if (mark < 0) {
            throw in.bad("looks for a mark that was never set");
        }
        List<@Nullable Object> above = values.subList(mark + 1, values.size());
        List<@Nullable Object> taken = new ArrayList<>(above);
        above.clear();
        values.remove(mark);
        return taken;
    }

    List<@Nullable Object> tuple(int size) {
        Object[] parts = new Object[size];
        for (int i = size - 1; i >= 0; i--) {
            parts[i] = pop();
        }
        return Collections.unmodifiableList(Arrays.asList(parts));
    }
}
