package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunStoryTest {

    private static final String STARTED =
            "{\"event\":\"started\",\"pid\":7,\"start_epoch\":%d,\"epochs\":3,\"train_images\":4,\"val_images\":2,"
                    + "\"people\":5,\"batch\":2,\"imgsz\":64,\"precision\":\"fp32\",\"optimizer\":\"AdamW\"}";

    private final RunStory story = new RunStory();

    @Test
    void epochsBatchesAndBestAreKept() {
        story.accept(String.format(STARTED, 1));
        story.accept(batch(1, 1));
        story.accept(batch(1, 2));
        story.accept("{\"event\":\"validated\",\"epoch\":1,\"best\":true,\"coco\":{\"AP\":0.25}}");
        story.accept(epoch(1, 0.5));
        story.accept(batch(2, 1));

        RunState state = story.state();
        assertThat(state.phase()).isEqualTo(RunPhase.RUNNING);
        assertThat(state.epochsDone()).isEqualTo(1);
        assertThat(state.best().orElseThrow().cocoAp()).hasValue(0.25);
        assertThat(state.position().fraction()).isEqualTo((1 + 0.5) / 3);
        assertThat(state.batches()).hasSize(3);
        assertThat(state.batches().get(2).losses()).containsEntry("pose", 1.5);
    }

    @Test
    void aResumedRunForgetsWhatItDoesAgain() {
        story.accept(String.format(STARTED, 1));
        story.accept(epoch(1, 0.5));
        story.accept(epoch(2, 0.6));
        story.accept(batch(3, 1));
        story.accept("{\"event\":\"finished\",\"outcome\":\"cancelled\",\"text\":\"a person cancelled it\"}");
        assertThat(story.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(story.isEnded()).isTrue();

        story.accept(String.format(STARTED, 2));
        assertThat(story.isEnded()).isFalse();
        assertThat(story.state().epochsDone()).isEqualTo(1);
        assertThat(story.state().batches()).isEmpty();
    }

    @Test
    void aBrokenLineAndUnknownEventsChangeNothing() {
        story.accept(String.format(STARTED, 1));
        RunState before = story.state();
        story.accept("{\"event\":\"batch\",\"epo");
        story.accept("");
        story.accept("{\"event\":\"of the future\"}");
        assertThat(story.state()).isEqualTo(before);
    }

    @Test
    void aLongEpochIsThinnedOut() {
        story.accept(String.format(STARTED, 1));
        for (int i = 1; i <= 10_000; i++) {
            story.accept(batch(1, i, 10_000));
        }
        assertThat(story.state().batches()).hasSizeBetween(20, 100);
        assertThat(story.state()
                        .batches()
                        .get(story.state().batches().size() - 1)
                        .epochs())
                .isEqualTo(1);
    }

    private static String batch(int epoch, int batch) {
        return batch(epoch, batch, 2);
    }

    private static String batch(int epoch, int batch, int batches) {
        return "{\"event\":\"batch\",\"epoch\":" + epoch + ",\"epochs\":3,\"batch\":" + batch + ",\"batches\":"
                + batches
                + ",\"losses\":{\"pose\":1.5,\"total\":2},\"images_per_second\":4,\"seconds_left\":9,\"memory_bytes\":5}";
    }

    private static String epoch(int epoch, double map) {
        return "{\"event\":\"epoch\",\"epoch\":" + epoch + ",\"row\":{\"epoch\":" + epoch + ",\"metrics/mAP50-95(P)\":"
                + map + "}}";
    }
}
