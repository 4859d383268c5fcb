package org.posewright.app.bootstrap;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.app.viewmodel.model.ModelLibrary;
import org.posewright.app.viewmodel.model.OpenModel;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.cache.PredictionCache;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.CachedRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens ONNX files with the prediction cache of this user. The runtime's library is loaded when the first model is wanted. */
final class ModelFiles implements ModelLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);
    private static final long CACHE_BYTES = 2L << 30;

    private final PredictionCache cache;
    private @Nullable OnnxModels models;

    ModelFiles(Path cacheFolder) {
        cache = new PredictionCache(cacheFolder.resolve("predictions"), CACHE_BYTES);
    }

    @Override
    public OpenModel open(Path file, DeviceRequest wish, RunPurpose purpose) {
        PoseModel model = models().open(file, wish, purpose);
        try {
            return new OpenModel(model, CachedRuns.of(cache, model));
        } catch (PoseModelException unreadable) {
            LOG.warn("predictions of {} are not kept: {}", file, unreadable.getMessage());
            return new OpenModel(model, null);
        }
    }

    private synchronized OnnxModels models() {
        OnnxModels loaded = models;
        if (loaded == null) {
            loaded = new OnnxModels();
            models = loaded;
        }
        return loaded;
    }
}
