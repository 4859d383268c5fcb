package org.posewright.runtime.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which provider ran how many of a network's nodes, counted from ONNX Runtime's profile of a run: the only place where it tells the
 * truth about a silent fall-back.
 *
 * @param nodesByProvider provider names without their {@code ExecutionProvider} ending
 */
record ProviderProfile(Map<String, Integer> nodesByProvider) {

    /** Start of every event; what lies between two starts belongs to the first. */
    private static final String EVENT_START = "\"cat\"";

    private static final Pattern NODE = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)_kernel_time\"");
    private static final Pattern PROVIDER = Pattern.compile("\"provider\"\\s*:\\s*\"(\\w+)\"");
    private static final String ENDING = "ExecutionProvider";

    static ProviderProfile read(Path profile) throws IOException {
        return parse(Files.readString(profile));
    }

    static ProviderProfile parse(String json) {
        Map<String, Set<String>> nodes = new HashMap<>();
        for (String event : json.split(EVENT_START)) {
            Matcher node = NODE.matcher(event);
            Matcher provider = PROVIDER.matcher(event);
            if (node.find() && provider.find()) {
                String name = provider.group(1).replace(ENDING, "");
                nodes.computeIfAbsent(name, absent -> new HashSet<>()).add(node.group(1));
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        nodes.forEach((provider, names) -> counts.put(provider, names.size()));
        return new ProviderProfile(counts);
    }

    int total() {
        return nodesByProvider.values().stream().mapToInt(Integer::intValue).sum();
    }

    int nodesOf(String provider) {
        return nodesByProvider.getOrDefault(provider, 0);
    }
}
