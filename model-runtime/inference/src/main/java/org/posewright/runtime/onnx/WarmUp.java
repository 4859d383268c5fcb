package org.posewright.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** A run on a black picture, to learn what only a run tells: the output's shape, the providers at work. */
final class WarmUp {

    /** Side used where the model leaves it open: a multiple of every usual stride, and small. */
    private static final int SIDE = 64;

    private WarmUp() {}

    /** Runs once; returns the shape of the first output. */
    static long[] run(OrtEnvironment environment, OrtSession session) throws OrtException {
        Map.Entry<String, NodeInfo> input =
                session.getInputInfo().entrySet().iterator().next();
        TensorInfo info = (TensorInfo) input.getValue().getInfo();
        long[] shape = info.getShape();
        long[] open = {1, 3, SIDE, SIDE};
        long count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = shape[axis] > 0 ? shape[axis] : open[axis];
            count = Math.multiplyExact(count, shape[axis]);
        }
        ByteBuffer black = ByteBuffer.allocateDirect(Math.toIntExact(count * info.type.size))
                .order(ByteOrder.nativeOrder());
        try (OnnxTensor tensor = info.type == OnnxJavaType.FLOAT16
                        ? OnnxTensor.createTensor(environment, black.asShortBuffer(), shape, OnnxJavaType.FLOAT16)
                        : OnnxTensor.createTensor(environment, black.asFloatBuffer(), shape);
                OrtSession.Result result = session.run(Map.of(input.getKey(), tensor))) {
            return ((OnnxTensor) result.get(0)).getInfo().getShape();
        }
    }
}
