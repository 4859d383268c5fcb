package org.posewright.training.graph;

import java.util.Arrays;
import java.util.List;

/**
 * One row of a family's table.
 *
 * @param index position of the layer, part of every parameter name
 * @param inputs indices of the layers read; −1 is the previous one
 * @param repeats nominal repeat count, before scaling
 * @param module name of the block
 * @param arguments nominal width first, then what the block needs
 */
public record LayerRow(int index, List<Integer> inputs, int repeats, String module, List<String> arguments) {
    static LayerRow parse(String line) {
        String[] words = line.trim().split("\\s+");
        List<Integer> inputs =
                Arrays.stream(words[1].split(",")).map(Integer::valueOf).toList();
        List<String> arguments = List.of(words).subList(4, words.length);
        return new LayerRow(Integer.parseInt(words[0]), inputs, Integer.parseInt(words[2]), words[3], arguments);
    }

    int width() {
        return integer(0);
    }

    int integer(int position) {
        return Integer.parseInt(arguments.get(position));
    }
}
