package org.posewright.training;

import java.nio.file.Path;

/** Two listeners as one. */
record ListenerPair(TrainingListener first, TrainingListener second) implements TrainingListener {

    @Override
    public void note(String sentence) {
        first.note(sentence);
        second.note(sentence);
    }

    @Override
    public void started(RunStart start) {
        first.started(start);
        second.started(start);
    }

    @Override
    public void baseline(ValidationResult before) {
        first.baseline(before);
        second.baseline(before);
    }

    @Override
    public void batch(BatchProgress progress) {
        first.batch(progress);
        second.batch(progress);
    }

    @Override
    public void validating(int done, int total) {
        first.validating(done, total);
        second.validating(done, total);
    }

    @Override
    public void epoch(EpochSummary epoch) {
        first.epoch(epoch);
        second.epoch(epoch);
    }

    @Override
    public void saved(Path file, boolean isBest) {
        first.saved(file, isBest);
        second.saved(file, isBest);
    }

    @Override
    public void paused(boolean isPaused) {
        first.paused(isPaused);
        second.paused(isPaused);
    }

    @Override
    public void finished(TrainingReport report) {
        first.finished(report);
        second.finished(report);
    }

    @Override
    public void failed(String sentence) {
        first.failed(sentence);
        second.failed(sentence);
    }
}
