package org.posewright.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.LongStream;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.InputSpec;
import org.posewright.runtime.ModelDescriptor;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.decode.PoseDecoder;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.image.FrameScaler;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.preprocess.InputBuffers;
import org.posewright.runtime.preprocess.InputTensor;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.runtime.preprocess.LetterboxOptions;
import org.posewright.runtime.preprocess.PlaneWriter;

/** A pose model in an ONNX Runtime session. Closing waits until the runs under way have ended. */
final class OnnxPoseModel implements PoseModel {

    private final OrtEnvironment environment;
    private final OpenedSession opened;
    private final ModelDescriptor descriptor;
    private final PoseDecoder decoder;
    private final InputBuffers buffers = new InputBuffers();
    private final FrameScaler scaler = new FrameScaler();
    /** Runs read, closing writes: a session must not be freed under a run. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    /** Options of the runs under way; guarded by itself. */
    private final Set<OrtSession.RunOptions> running = new HashSet<>();

    private boolean closed;

    OnnxPoseModel(OrtEnvironment environment, OpenedSession opened, ModelDescriptor descriptor) {
        this.environment = environment;
        this.opened = opened;
        this.descriptor = descriptor;
        this.decoder = PoseDecoder.of(descriptor.head());
    }

    @Override
    public ModelDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public DeviceReport device() {
        return opened.device();
    }

    @Override
    public int usefulConcurrentRuns() {
        return opened.threads().concurrentRuns();
    }

    @Override
    public Letterbox letterbox(ImageSize image, InferenceOptions options) {
        InputSpec input = descriptor.input();
        boolean rectangular = options.rectangular() && input.isDynamic();
        LetterboxOptions fitting =
                rectangular ? LetterboxOptions.rectangular(input.stride()) : LetterboxOptions.fixed(input.stride());
        return Letterbox.fit(image, input.sizeFor(options.imageSizePixels()), fitting);
    }

    @Override
    public InputTensor prepare(ImageFrame frame, Letterbox letterbox) {
        ImageSize size =
                new ImageSize(letterbox.resized().width(), letterbox.resized().height());
        ImageFrame resized = scaler.resize(frame, size);
        InputTensor tensor = buffers.take(letterbox.input(), descriptor.input().halfPrecision());
        PlaneWriter.write(resized.bgr(), letterbox, tensor);
        return tensor;
    }

    @Override
    public FloatTensor run(InputTensor input, CancellationToken token) {
        life.readLock().lock();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            if (closed) {
                throw new IllegalStateException("the model " + descriptor.file() + " is closed");
            }
            synchronized (running) {
                running.add(options);
            }
            try {
                token.throwIfCancelled();
                return runNow(input, options);
            } finally {
                synchronized (running) {
                    running.remove(options);
                }
            }
        } catch (OrtException failure) {
            if (String.valueOf(failure.getMessage()).contains("terminate flag")) {
                CancellationException cancelled = new CancellationException("the run was interrupted");
                cancelled.initCause(failure);
                throw cancelled;
            }
            throw new PoseModelException(
                    descriptor.file() + " failed to run on " + device().provider() + ": "
                            + OrtMessages.firstLine(failure) + "; try device=cpu or another image size.",
                    failure);
        } finally {
            life.readLock().unlock();
        }
    }

    private FloatTensor runNow(InputTensor input, OrtSession.RunOptions options) throws OrtException {
        try (OnnxTensor tensor = tensor(input);
                OrtSession.Result result =
                        opened.session().run(Map.of(descriptor.input().name(), tensor), options)) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            int[] shape = LongStream.of(output.getInfo().getShape())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            return new FloatTensor(shape, heapArray(output.getFloatBuffer()));
        }
    }

    /** The runtime hands out a copy of its own; its array serves as it is unless it is larger or outside the heap. */
    private static float[] heapArray(FloatBuffer values) {
        if (values.hasArray() && values.array().length == values.remaining()) {
            return values.array();
        }
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
    }

    private OnnxTensor tensor(InputTensor input) throws OrtException {
        int batch = descriptor.input().batch().orElse(1);
        ByteBuffer values = batch == 1 ? input.values() : filledUp(input.values(), batch);
        long[] shape = {
            batch, InputTensor.PLANES, input.size().height(), input.size().width()
        };
        ByteBuffer bytes = values.duplicate().order(ByteOrder.nativeOrder());
        return input.halfPrecision()
                ? OnnxTensor.createTensor(environment, bytes.asShortBuffer(), shape, OnnxJavaType.FLOAT16)
                : OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), shape);
    }

    /** A model of a fixed batch gets the picture first and black ones after it. */
    private static ByteBuffer filledUp(ByteBuffer picture, int batch) {
        ByteBuffer all = ByteBuffer.allocateDirect(Math.multiplyExact(picture.remaining(), batch));
        all.put(picture.duplicate());
        return all.rewind();
    }

    @Override
    public PredictionCandidates decode(FloatTensor output, Letterbox letterbox, InferenceOptions options) {
        try {
            return decoder.decode(output, 0, letterbox, options.decodeSettings());
        } catch (IllegalArgumentException surprise) {
            throw new PoseModelException(descriptor.file() + ": " + surprise.getMessage() + ".", surprise);
        }
    }

    @Override
    public void interrupt() {
        synchronized (running) {
            for (OrtSession.RunOptions options : running) {
                try {
                    options.setTerminate(true);
                } catch (OrtException failure) {
                    throw new PoseModelException(
                            "A run of " + descriptor.file() + " could not be interrupted.", failure);
                }
            }
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                opened.session().close();
            }
        } catch (OrtException failure) {
            throw new PoseModelException("The model " + descriptor.file() + " could not be closed.", failure);
        } finally {
            life.writeLock().unlock();
        }
    }
}
