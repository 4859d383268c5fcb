package org.posewright.app.gallery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskHandle;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small pictures: the ones used last stay, missing ones are decoded in the thumbnails lane, newest request first. */
public final class ThumbnailCache {

    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailCache.class);
    private static final int CAPACITY = 400;

    private final TaskService tasks;
    private final ThumbnailDecoder decoder;
    private final int minimumSide;
    private final Map<ImageKey, Image> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<ImageKey, TaskHandle> requested = new HashMap<>();
    private final Set<ImageKey> unreadable = new HashSet<>();

    /**
     * @param minimumSide length in pixels that the long side of a small picture reaches
     */
    public ThumbnailCache(TaskService tasks, ThumbnailDecoder decoder, int minimumSide) {
        this.tasks = tasks;
        this.decoder = decoder;
        this.minimumSide = minimumSide;
    }

    /** The small picture, if it is there; otherwise it is asked for and {@code onArrival} is called with its key. */
    public Optional<Image> get(ImageKey key, Consumer<ImageKey> onArrival) {
        Image found = pictures.get(key);
        if (found == null && !requested.containsKey(key) && !unreadable.contains(key)) {
            request(key, onArrival);
        }
        return Optional.ofNullable(found);
    }

    public boolean isUnreadable(ImageKey key) {
        return unreadable.contains(key);
    }

    /** Nobody looks at the picture any more: a request that has not begun is given up. */
    public void release(ImageKey key) {
        TaskHandle handle = requested.remove(key);
        if (handle != null) {
            handle.cancel();
        }
    }

    /** Forgets everything, for another dataset. */
    public void clear() {
        requested.values().forEach(TaskHandle::cancel);
        requested.clear();
        pictures.clear();
        unreadable.clear();
    }

    private void request(ImageKey key, Consumer<ImageKey> onArrival) {
        TaskHandle handle = tasks.submit(
                TaskRequest.<Image>quiet(Lane.THUMBNAILS, (progress, token) -> decoder.decode(key, minimumSide))
                        .onSuccess(image -> {
                            requested.remove(key);
                            keep(key, image);
                            onArrival.accept(key);
                        })
                        .onFailure(failure -> {
                            LOG.debug("no thumbnail of {}", key, failure);
                            requested.remove(key);
                            unreadable.add(key);
                            onArrival.accept(key);
                        }));
        if (!pictures.containsKey(key) && !unreadable.contains(key)) {
            requested.put(key, handle);
        }
    }

    private void keep(ImageKey key, Image image) {
        pictures.put(key, image);
        if (pictures.size() > CAPACITY) {
            pictures.remove(pictures.keySet().iterator().next());
        }
    }
}
