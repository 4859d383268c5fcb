package org.posewright.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.assets.Assets;

/**
 * The small model trained on drawn people that comes with the program: an ONNX to predict with, and beside it the checkpoint that a
 * fine-tune starts from.
 */
public final class BundledModel {

    private static final String ONNX = "sample-pose.onnx";
    private static final String CHECKPOINT = "sample-pose.pt";

    private final Path folder;
    private final Function<String, Optional<URL>> resources;

    /**
     * @param folder holds the unpacked files; made when needed
     */
    public BundledModel(Path folder) {
        this(folder, name -> Assets.find("sample/" + name));
    }

    /** With other resources, by file name, for tests. */
    BundledModel(Path folder, Function<String, Optional<URL>> resources) {
        this.folder = folder;
        this.resources = resources;
    }

    /**
     * The ONNX file, with its checkpoint beside it; empty in a build that brings no model. A file of an earlier release is replaced,
     * one that is the same already is not touched, since a session may have it open.
     *
     * @throws IOException if the disk refuses
     */
    public Optional<Path> unpacked() throws IOException {
        Optional<Path> model = unpack(ONNX);
        if (model.isPresent()) {
            unpack(CHECKPOINT);
        }
        return model;
    }

    private Optional<Path> unpack(String name) throws IOException {
        Optional<URL> resource = resources.apply(name);
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream in = resource.get().openStream()) {
            bytes = in.readAllBytes();
        }
        Path target = folder.resolve(name);
        if (!Files.isRegularFile(target) || !Arrays.equals(bytes, Files.readAllBytes(target))) {
            Files.createDirectories(folder);
            new AtomicFiles().writeBytes(target, bytes);
        }
        return Optional.of(target);
    }
}
