package org.posewright.app.task;

import java.util.concurrent.LinkedBlockingDeque;

/** A queue for a thread pool that serves the newest element first. */
final class NewestFirstQueue<E> extends LinkedBlockingDeque<E> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(E element) {
        return offerFirst(element);
    }
}
