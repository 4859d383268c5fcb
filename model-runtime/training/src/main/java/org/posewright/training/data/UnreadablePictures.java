package org.posewright.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Pictures that turned out not to be readable while a run was under way: a run goes on without them and names each once.
 * Thread-safe: loader threads add, the trainer tells.
 */
public final class UnreadablePictures {

    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();

    /** Remembers a picture; a second time changes nothing. */
    public void add(Path file, IOException problem) {
        if (files.add(file)) {
            String reason = String.valueOf(problem.getMessage());
            untold.add("Left out: " + (reason.contains(file.toString()) ? reason : file + ": " + reason) + ".");
        }
    }

    public boolean contains(Path file) {
        return files.contains(file);
    }

    public int count() {
        return files.size();
    }

    /** One sentence for each picture that nobody has been told of yet. */
    public List<String> news() {
        List<String> news = new ArrayList<>();
        for (String sentence = untold.poll(); sentence != null; sentence = untold.poll()) {
            news.add(sentence);
        }
        return news;
    }
}
