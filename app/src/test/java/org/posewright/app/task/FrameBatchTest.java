package org.posewright.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameBatchTest {

    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final List<List<Integer>> pieces = new ArrayList<>();
    private long now;

    @Test
    void everythingThatFitsIntoTheShareOfAFrameArrivesInIt() {
        FrameBatch<Integer> batch = batch(4, FrameBatch.SHARE_NANOS / 100);
        add(batch, 10);
        frame();
        assertThat(pieces).containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9));
        assertThat(frames).isEmpty();
    }

    @Test
    void noPieceIsBegunWhenTheShareIsUsedUp() {
        FrameBatch<Integer> batch = batch(4, FrameBatch.SHARE_NANOS * 2 / 3);
        add(batch, 14);
        frame();
        assertThat(pieces).containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7));
        frame();
        assertThat(pieces.subList(2, pieces.size())).containsExactly(List.of(8, 9, 10, 11), List.of(12, 13));
        assertThat(frames).isEmpty();
    }

    @Test
    void eachFrameHandsOnOnePieceHoweverSlow() {
        FrameBatch<Integer> batch = batch(4, FrameBatch.SHARE_NANOS * 10);
        add(batch, 9);
        frame();
        assertThat(pieces).hasSize(1);
        frame();
        frame();
        assertThat(pieces).hasSize(3);
        assertThat(frames).isEmpty();
    }

    @Test
    void whatComesWhileValuesAreHandedOnWaitsForTheNextFrame() {
        List<FrameBatch<Integer>> self = new ArrayList<>();
        FrameBatch<Integer> batch = batch(1, 0, piece -> {
            if (piece.get(0) < 2) {
                self.get(0).add(piece.get(0) + 1);
            }
        });
        self.add(batch);
        batch.add(0);
        frame();
        assertThat(pieces).containsExactly(List.of(0));
        assertThat(frames).hasSize(1);
        frame();
        frame();
        assertThat(pieces).containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(frames).isEmpty();
    }

    @Test
    void aReceiverThatFailsDoesNotKeepTheOthersAway() {
        FrameBatch<Integer> batch = batch(1, 0, piece -> {
            if (piece.contains(0)) {
                throw new IllegalStateException("not this one");
            }
        });
        add(batch, 2);
        assertThatThrownBy(this::frame).isInstanceOf(IllegalStateException.class);
        frame();
        batch.add(2);
        frame();
        assertThat(pieces).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    /** A piece takes so many nanoseconds. */
    private FrameBatch<Integer> batch(int most, long nanos) {
        return batch(most, nanos, piece -> {});
    }

    private FrameBatch<Integer> batch(int most, long nanos, Consumer<List<Integer>> then) {
        return new FrameBatch<>(frames::add, () -> now, most, piece -> {
            now += nanos;
            pieces.add(piece);
            then.accept(piece);
        });
    }

    private static void add(FrameBatch<Integer> batch, int values) {
        IntStream.range(0, values).forEach(batch::add);
    }

    private void frame() {
        frames.remove().run();
    }
}
