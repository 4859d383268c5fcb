package org.posewright.training.checkpoint.pt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.FileReplacement;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.pickle.PickleWriter;
import org.posewright.training.graph.NetworkSpec;

/**
 * Writes a checkpoint as a plain dictionary of tensors and settings that {@code torch.load(weights_only=True)} opens. Keys: {@code model}
 * (state dictionary), {@code epoch}, {@code names}, {@code nc}, {@code kpt_shape}, {@code scale}, {@code yaml_file}, {@code train_args}, the
 * info's texts, {@code training} (state for resuming) and {@code posewright} (format number).
 */
public final class PtWriter {
    static final String FORMAT_KEY = "posewright";
    static final String TRAINING_KEY = "training";
    private static final long FORMAT = 1;

    private PtWriter() {}

    /**
     * Replaces the file in one step: while writing, and when it fails, the old file stays.
     *
     * @throws org.posewright.training.checkpoint.CheckpointException if the file cannot be written, for example because the disk is full
     */
    public static void write(Path file, Checkpoint checkpoint) {
        writePlain(file, dictionary(checkpoint));
    }

    /** The same for any plain dictionary; see {@link PickleWriter} for the kinds of values. */
    public static void writePlain(Path file, Map<String, ? extends @Nullable Object> dictionary) {
        FileReplacement.write(file, out -> writeTo(out, dictionary));
    }

    static void writeTo(OutputStream out, Map<String, ? extends @Nullable Object> dictionary) throws IOException {
        List<TensorData> storages = new ArrayList<>();
        byte[] pickle = PickleWriter.write(dictionary, tensor -> {
            storages.add(tensor);
            return String.valueOf(storages.size() - 1);
        });
        TorchArchiveWriter archive = new TorchArchiveWriter(out);
        archive.member("data.pkl", ByteBuffer.wrap(pickle));
        archive.text("byteorder", "little");
        for (int key = 0; key < storages.size(); key++) {
            archive.member("data/" + key, storages.get(key).bytes());
        }
        archive.text("version", "3\n");
        archive.finish();
    }

    private static Map<String, @Nullable Object> dictionary(Checkpoint checkpoint) {
        NetworkSpec spec = checkpoint.spec();
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put(FORMAT_KEY, FORMAT);
        root.put("epoch", checkpoint.info().epoch());
        root.put("model", checkpoint.weights());
        root.put("names", checkpoint.info().classNames());
        root.put("nc", spec.classCount());
        root.put("kpt_shape", List.of(spec.keypointCount(), spec.keypointDimensions()));
        root.put("scale", spec.scale().letter());
        root.put("yaml_file", spec.modelName() + ".yaml");
        root.put("train_args", checkpoint.info().trainArguments());
        root.putAll(checkpoint.info().texts());
        if (!checkpoint.trainingState().isEmpty()) {
            root.put(TRAINING_KEY, checkpoint.trainingState());
        }
        return root;
    }
}
