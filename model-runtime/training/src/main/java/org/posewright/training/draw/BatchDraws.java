package org.posewright.training.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The draws of any batch of a run. Batches in order cost nothing extra; going back starts again at the beginning of the epoch, going
 * ahead draws what lies between. Thread-safe.
 */
public final class BatchDraws {

    private final DrawSettings settings;
    /** The stream as it was at the beginning of each epoch that was reached. */
    private final List<DrawStream> beginnings = new ArrayList<>();
    /** Somewhere in an epoch. */
    private DrawStream stream;

    private IntUnaryOperator order;
    private int nextBatch;

    public BatchDraws(DrawSettings settings) {
        this.settings = settings;
        stream = new DrawStream(settings);
        beginnings.add(stream.copy());
        order = stream.beginEpoch();
    }

    /**
     * The draws of one batch.
     *
     * @param epoch 0-based
     * @param batch 0-based, below the number of batches of an epoch
     */
    public synchronized List<SampleDraw> batch(int epoch, int batch) {
        goTo(epoch, batch);
        return next();
    }

    private void goTo(int epoch, int batch) {
        boolean isAhead = stream.epoch() == epoch && nextBatch <= batch;
        if (!isAhead) {
            begin(Math.min(epoch, beginnings.size() - 1));
        }
        while (stream.epoch() < epoch) {
            while (nextBatch < settings.batches()) {
                next();
            }
            if (beginnings.size() == stream.epoch() + 1) {
                beginnings.add(stream.copy());
            }
            order = stream.beginEpoch();
            nextBatch = 0;
        }
        while (nextBatch < batch) {
            next();
        }
    }

    private void begin(int epoch) {
        stream = beginnings.get(epoch).copy();
        order = stream.beginEpoch();
        nextBatch = 0;
    }

    private List<SampleDraw> next() {
        List<SampleDraw> draws = new ArrayList<>(settings.batch());
        int from = nextBatch * settings.batch();
        int to = Math.min(from + settings.batch(), settings.pictures());
        for (int place = from; place < to; place++) {
            draws.add(stream.next(order.applyAsInt(place)));
        }
        nextBatch++;
        return draws;
    }
}
