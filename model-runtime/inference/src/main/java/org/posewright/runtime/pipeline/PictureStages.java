package org.posewright.runtime.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.cache.CacheKey;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.image.DecodedImage;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageReadException;
import org.posewright.runtime.preprocess.InputTensor;
import org.posewright.runtime.preprocess.Letterbox;

/** The two stages of a picture: reading it into a network input, and running the network on that. Thread-safe. */
final class PictureStages {

    private final PoseModel model;
    private final InferenceOptions options;
    private final @Nullable CachedRuns cache;
    private final CancellationToken token;
    private final ImageDecoder decoder = new ImageDecoder();

    PictureStages(PoseModel model, InferenceOptions options, @Nullable CachedRuns cache, CancellationToken token) {
        this.model = model;
        this.options = options;
        this.cache = cache;
        this.token = token;
    }

    /** Between the stages: either a result already, or an input that waits for the network. */
    sealed interface Prepared permits Finished, Ready {}

    record Finished(PictureResult result) implements Prepared {}

    record Ready(
            int index,
            PictureTask task,
            Letterbox letterbox,
            InputTensor input,
            Optional<CacheKey> cacheKey,
            List<Finding> findings)
            implements Prepared {}

    Prepared prepare(int index, PictureTask task) {
        token.throwIfCancelled();
        try {
            byte[] encoded = read(task.file());
            Optional<CacheKey> key =
                    cache == null ? Optional.empty() : Optional.of(cache.key(encoded, task.plan(), options));
            if (cache != null && key.isPresent()) {
                Optional<PredictionCandidates> known = cache.find(key.get());
                if (known.isPresent()) {
                    return new Finished(new PictureResult(index, task.file(), known, List.of(), true));
                }
            }
            DecodedImage image = decoder.decode(task.file(), encoded);
            Letterbox letterbox = task.plan().letterbox().apply(image.frame().size());
            InputTensor input = model.prepare(image.frame(), letterbox);
            return new Ready(
                    index, task, letterbox, input, key, image.finding().stream().toList());
        } catch (ImageReadException unreadable) {
            return new Finished(failure(index, task, "image.unreadable", unreadable, List.of()));
        }
    }

    PictureResult run(Prepared prepared) {
        if (prepared instanceof Finished finished) {
            return finished.result();
        }
        Ready ready = (Ready) prepared;
        try (InputTensor input = ready.input()) {
            FloatTensor output = model.run(input, token);
            PredictionCandidates candidates = model.decode(output, ready.letterbox(), options);
            if (cache != null && ready.cacheKey().isPresent()) {
                cache.store(ready.cacheKey().get(), candidates);
            }
            return new PictureResult(
                    ready.index(), ready.task().file(), Optional.of(candidates), ready.findings(), false);
        } catch (PoseModelException failed) {
            return failure(ready.index(), ready.task(), "model.failed", failed, ready.findings());
        }
    }

    private static byte[] read(Path file) throws ImageReadException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new ImageReadException(
                    file,
                    Sentence.of(
                            "picture.no-right",
                            "The picture {0} cannot be read ({1}); check the path and its rights.",
                            file,
                            failure.getClass().getSimpleName()),
                    failure);
        }
    }

    private static PictureResult failure(
            int index, PictureTask task, String code, Exception cause, List<Finding> before) {
        List<Finding> findings = new ArrayList<>(before);
        findings.add(Finding.ofFile(
                Finding.Severity.ERROR,
                code,
                task.file(),
                cause instanceof Sentence.Told told
                        ? told.sentence()
                        : Sentence.verbatim(String.valueOf(cause.getMessage())),
                Sentence.of("picture.remedy", "Mend or remove the picture and predict again.")));
        return new PictureResult(index, task.file(), Optional.empty(), findings, false);
    }
}
