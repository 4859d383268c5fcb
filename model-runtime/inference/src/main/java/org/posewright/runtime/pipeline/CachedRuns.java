package org.posewright.runtime.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.cache.CacheKey;
import org.posewright.runtime.cache.ContentHash;
import org.posewright.runtime.cache.PredictionCache;
import org.posewright.runtime.decode.PredictionCandidates;

/** A prediction cache as one model sees it: knows the model's hash and puts keys together. Thread-safe. */
public final class CachedRuns {

    private final PredictionCache cache;
    private final String modelHash;
    private final String provider;

    private CachedRuns(PredictionCache cache, String modelHash, String provider) {
        this.cache = cache;
        this.modelHash = modelHash;
        this.provider = provider;
    }

    /** Reads the whole model file once for its hash. */
    public static CachedRuns of(PredictionCache cache, PoseModel model) {
        try {
            return new CachedRuns(
                    cache,
                    ContentHash.of(model.descriptor().file()),
                    model.device().provider());
        } catch (IOException failure) {
            throw new PoseModelException(
                    "The model file " + model.descriptor().file() + " can no longer be read: " + failure.getMessage()
                            + ".",
                    failure);
        }
    }

    /** The key of a picture, from what its file holds. */
    public CacheKey key(byte[] pictureFile, InputPlan plan, InferenceOptions options) {
        String settings = plan.label() + " floor " + options.decodeSettings().floor() + " labels "
                + (options.multiLabel() ? "all" : "best") + " on " + provider;
        return new CacheKey(modelHash, ContentHash.of(pictureFile), settings);
    }

    public Optional<PredictionCandidates> find(CacheKey key) {
        return cache.find(key);
    }

    public void store(CacheKey key, PredictionCandidates candidates) {
        cache.store(key, candidates);
    }
}
