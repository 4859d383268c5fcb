package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posewright.annotations.coco.CocoProbe;
import org.posewright.annotations.image.ImageFormat;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetDescription.Alternative;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.annotations.yolo.DatasetYaml;
import org.posewright.annotations.yolo.DatasetYamlException;

/**
 * Works out what a folder or file holds and opens it. Where a folder holds a data yaml and COCO annotations, the yaml wins, because
 * its labels are what trains; the other is offered as an alternative.
 */
public final class DatasetRecognizer {

    private final Path workingFolder;

    public DatasetRecognizer() {
        this(Path.of(""));
    }

    /**
     * @param workingFolder what relative paths in yaml and list files may be relative to
     */
    public DatasetRecognizer(Path workingFolder) {
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /** Opens a folder or file as it is understood by itself. */
    public DatasetSource open(Path path) throws IOException {
        return open(OpenRequest.of(path), ProgressListener.NONE, CancellationToken.NONE);
    }

    /**
     * @throws DatasetOpenException if there is nothing to open, in one sentence
     * @throws DatasetYamlException if the yaml that was asked for is not usable
     */
    public DatasetSource open(OpenRequest request, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path path = request.path().toAbsolutePath().normalize();
        OpenContext context = new OpenContext(request, List.of(), progress, token);
        if (!Files.exists(path)) {
            throw new DatasetOpenException(path + " does not exist; check the path", null);
        }
        try {
            return Files.isDirectory(path) ? folder(path, context) : file(path, context);
        } catch (AccessDeniedException e) {
            throw new DatasetOpenException("there is no right to read " + e.getFile() + "; change its permissions", e);
        }
    }

    private DatasetSource file(Path file, OpenContext context) throws IOException {
        String name = FolderNames.of(file).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return new YoloOpener(workingFolder).ofYaml(DatasetYaml.read(file), context);
        }
        if (name.endsWith(".json")) {
            return json(file, context);
        }
        if (ImageFormat.isPictureName(name)) {
            return folder(file.getParent(), context);
        }
        throw new DatasetOpenException(
                file + " is no dataset; choose a folder, a data yaml, a COCO json or a picture", null);
    }

    private static DatasetSource json(Path file, OpenContext context) throws IOException {
        return switch (new CocoProbe().probe(file)) {
            case ANNOTATIONS -> new CocoOpener().open(List.of(file), rootOfJson(file), context);
            case RESULTS ->
                throw new DatasetOpenException(
                        file + " is a results file; open its dataset first, then this file as predictions", null);
            case OTHER ->
                throw new DatasetOpenException(
                        file
                                + " is no COCO annotation file: 'images' and 'annotations' are missing; choose another file",
                        null);
        };
    }

    private static Path rootOfJson(Path file) {
        Path parent = file.getParent();
        Path above = parent.getParent();
        return above != null && FolderNames.of(parent).equals("annotations") ? above : parent;
    }

    private DatasetSource folder(Path folder, OpenContext context) throws IOException {
        FolderContents contents = FolderContents.of(folder);
        Optional<DatasetKind> wanted = context.request().kind();
        YoloOpener yolo = new YoloOpener(workingFolder);
        if (wanted.isEmpty() || wanted.get() == DatasetKind.YOLO) {
            Optional<DatasetYaml> yaml = contents.yaml();
            if (yaml.isPresent()) {
                return yolo.ofYaml(yaml.get(), context.with(besides(contents, context, yaml.get())));
            }
        }
        boolean mayBeCoco = wanted.isEmpty() || wanted.get() == DatasetKind.COCO;
        if (mayBeCoco && !contents.annotationFiles().isEmpty()) {
            return new CocoOpener()
                    .open(contents.annotationFiles(), folder, context.with(otherThanCoco(contents, context)));
        }
        if (wanted.filter(DatasetKind.COCO::equals).isPresent()) {
            throw new DatasetOpenException(
                    folder + " holds no COCO annotation file; choose the folder above 'annotations' or a json file",
                    null);
        }
        Optional<DatasetSource> pictures = yolo.ofPictures(folder, context);
        if (pictures.isPresent()) {
            return pictures.get();
        }
        if (contents.yamlFailure().isPresent()) {
            throw contents.yamlFailure().get();
        }
        throw new DatasetOpenException(
                folder + " holds no data yaml, no COCO annotations and no pictures; choose another folder", null);
    }

    private static List<Alternative> besides(FolderContents contents, OpenContext context, DatasetYaml taken) {
        List<Alternative> others = new ArrayList<>();
        if (!contents.annotationFiles().isEmpty()) {
            others.add(new Alternative(
                    Sentence.of("dataset.coco-there", "a set of COCO annotations"),
                    context.request().as(DatasetKind.COCO)));
        }
        contents.yamlFiles().stream()
                .filter(file -> !file.equals(taken.file()))
                .forEach(file -> others.add(new Alternative(
                        Sentence.verbatim(FolderNames.of(file)),
                        new OpenRequest(
                                file,
                                Optional.empty(),
                                Optional.empty(),
                                context.request().datasetsFolder()))));
        return others;
    }

    private static List<Alternative> otherThanCoco(FolderContents contents, OpenContext context) {
        return contents.hasLabelFolders()
                ? List.of(new Alternative(
                        Sentence.of("dataset.yolo-there", "a set of YOLO labels"),
                        context.request().as(DatasetKind.YOLO)))
                : List.of();
    }
}
