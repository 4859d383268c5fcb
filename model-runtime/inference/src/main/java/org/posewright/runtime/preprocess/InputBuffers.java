package org.posewright.runtime.preprocess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Memory for network inputs, used again and again: allocating five megabytes outside the heap for each picture is slow. */
public final class InputBuffers {

    private static final int MOST_KEPT = 16;

    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    /** A tensor of undefined content. */
    public InputTensor take(InputSize size, boolean halfPrecision) {
        int bytes = Math.multiplyExact(
                Math.multiplyExact(size.width(), size.height()),
                InputTensor.PLANES * (halfPrecision ? Short.BYTES : Float.BYTES));
        ByteBuffer buffer = free.poll();
        if (buffer == null || buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        ByteBuffer values = buffer;
        values.clear().limit(bytes);
        AtomicBoolean released = new AtomicBoolean();
        return new InputTensor(size, halfPrecision, values, () -> {
            if (released.compareAndSet(false, true) && free.size() < MOST_KEPT) {
                free.add(values);
            }
        });
    }
}
