package org.posewright.training;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.posewright.training.checkpoint.TensorData;

/** Runs a model file on given pixels in ONNX Runtime, for comparing. */
public record OnnxRun(float[] values, long[] shape) {
    public static OnnxRun of(Path model, float[] image, long... shape) throws OrtException {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return run(environment.createSession(model.toString(), options), image, shape);
        }
    }

    private static OnnxRun run(OrtSession opened, float[] image, long... shape) throws OrtException {
        OrtEnvironment environment = environment();
        try (OrtSession session = opened;
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), shape);
                OrtSession.Result result = session.run(Map.of("images", input))) {
            OnnxValue output = result.get(0);
            FloatBuffer buffer = ((OnnxTensor) output).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new OnnxRun(values, ((TensorInfo) output.getInfo()).getShape());
        }
    }

    /** The same for a session that takes and gives half precision. */
    public static OnnxRun half(OrtSession session, float[] image, long... shape) throws OrtException {
        ByteBuffer halves = ByteBuffer.allocateDirect(2 * image.length).order(ByteOrder.nativeOrder());
        ByteBuffer converted =
                TensorData.ofFloats(image, image.length).toFloat16().bytes();
        halves.put(converted).flip();
        OrtEnvironment environment = environment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, halves, shape, OnnxJavaType.FLOAT16);
                OrtSession.Result result = session.run(Map.of("images", input))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            FloatBuffer buffer = output.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new OnnxRun(values, output.getInfo().getShape());
        }
    }

    /** The environment as the program itself asks for it; the runtime warns when two ask differently. */
    public static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "posewright");
    }
}
