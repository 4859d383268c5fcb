package org.posewright.annotations.yolo;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which person stands on which line of a label file. Lines that hold no readable person are not in it.
 *
 * @param lineById 1-based line by person id
 */
public record RowOrder(Map<Long, Integer> lineById) {

    /** The order of a file without rows. */
    public static final RowOrder EMPTY = new RowOrder(Map.of());

    public RowOrder {
        lineById = Map.copyOf(lineById);
    }

    /** The 1-based line of a person; empty when the file does not hold them. */
    public OptionalLong line(long personId) {
        Integer line = lineById.get(personId);
        return line == null ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** The person on each 1-based line: the reverse of {@link #lineById}. */
    public Map<Integer, Long> idByLine() {
        Map<Integer, Long> ids = new HashMap<>();
        lineById.forEach((id, line) -> ids.put(line, id));
        return ids;
    }
}
