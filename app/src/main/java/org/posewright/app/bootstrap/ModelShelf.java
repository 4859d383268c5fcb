package org.posewright.app.bootstrap;

import java.nio.file.Path;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.app.inference.ModelFiles;
import org.posewright.app.inference.ModelOpener;
import org.posewright.app.viewmodel.model.ModelLibrary;
import org.posewright.app.viewmodel.model.OpenModel;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.cache.PredictionCache;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.CachedRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens model files with what this user's cache folder keeps about them: predictions, and exports of checkpoints. */
final class ModelShelf implements ModelLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);
    private static final long CACHE_BYTES = 2L << 30;

    private final PredictionCache cache;
    private final ModelOpener opener;

    ModelShelf(Path cacheFolder) {
        cache = new PredictionCache(cacheFolder.resolve("predictions"), CACHE_BYTES);
        opener = new ModelFiles(cacheFolder.resolve("exports"));
    }

    @Override
    public OpenModel open(Path file, DeviceRequest wish, RunPurpose purpose) {
        PoseModel model = opener.open(file, wish, purpose, CancellationToken.NONE);
        try {
            return new OpenModel(file, model, CachedRuns.of(cache, model));
        } catch (PoseModelException unreadable) {
            LOG.warn("predictions of {} are not kept: {}", file, unreadable.getMessage());
            return new OpenModel(file, model, null);
        }
    }
}
