package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.source.DatasetDescription.LabelSchema;
import org.posewright.annotations.source.DatasetDescription.Remarks;
import org.posewright.annotations.source.DatasetDescription.SplitCount;
import org.posewright.annotations.source.DatasetDescription.Understanding;
import org.posewright.annotations.yolo.DatasetPaths;
import org.posewright.annotations.yolo.DatasetYaml;
import org.posewright.annotations.yolo.ImageLists;
import org.posewright.annotations.yolo.KeypointShape;
import org.posewright.annotations.yolo.LabelPaths;
import org.posewright.annotations.yolo.PoseKeys;
import org.posewright.annotations.yolo.ShapeGuess;
import org.posewright.annotations.yolo.SkeletonFactory;
import org.posewright.annotations.yolo.YoloLabelReader;

/** Opens YOLO datasets with and without a yaml, and folders of bare pictures. */
final class YoloOpener {

    /** Label files that are looked into when nothing says what a row holds. */
    private static final int SAMPLED_LABELS = 200;

    private static final KeypointShape COCO_SHAPE = new KeypointShape(Skeletons.COCO_PERSON.size(), 3);

    private final Path workingFolder;
    private final SkeletonFactory skeletons = new SkeletonFactory();

    YoloOpener(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    DatasetSource ofYaml(DatasetYaml yaml, OpenContext context) throws IOException {
        DatasetPaths paths = new DatasetPaths(context.request().datasetsFolder(), workingFolder);
        DatasetPaths.Resolved resolved = paths.resolve(yaml);
        List<Finding> findings = new ArrayList<>(yaml.findings());
        findings.addAll(resolved.findings());
        Map<String, List<Path>> files = new LinkedHashMap<>();
        ImageLists lists = new ImageLists(workingFolder);
        for (Map.Entry<String, List<Path>> split : resolved.splits().entrySet()) {
            context.progress().progress(files.size(), resolved.splits().size(), "listing " + split.getKey());
            if (!split.getValue().isEmpty()) {
                ImageLists.Listing listing = lists.list(split.getValue(), context.token());
                findings.addAll(listing.findings());
                if (listing.images().isEmpty()) {
                    findings.add(emptySplit(split.getKey(), split.getValue().get(0)));
                }
                files.put(split.getKey(), listing.images());
            }
        }
        EntryIndex index = EntryIndex.ofFiles(resolved.root(), files);
        KeypointShape shape =
                yaml.pose().shape().orElseGet(() -> sample(index).shape().orElse(COCO_SHAPE));
        Skeleton skeleton =
                skeletons.create(yaml.pose(), shape, yaml.categoryNames().get(0));
        String name = FolderNames.stem(yaml.file());
        if (name.equals("data") || name.equals("dataset")) {
            name = FolderNames.of(resolved.root());
        }
        Understanding understanding = understanding(DatasetKind.YOLO, name, index.counts(), skeleton, context);
        DatasetDescription description = new DatasetDescription(
                name,
                resolved.root(),
                understanding,
                new LabelSchema(skeleton, yaml.categoryNames()),
                index.counts(),
                new Remarks(yaml.extras().download(), findings));
        return new YoloSource(
                description,
                index,
                new YoloLabelReader(skeleton, yaml.categoryNames().size()));
    }

    /**
     * A folder of pictures, with label files where the convention puts them or without any.
     *
     * @return empty when the folder holds no picture
     */
    Optional<DatasetSource> ofPictures(Path folder, OpenContext context) throws IOException {
        ImageLists.Listing listing = new ImageLists(workingFolder).list(List.of(folder), context.token());
        if (listing.images().isEmpty()) {
            return Optional.empty();
        }
        EntryIndex index = EntryIndex.ofFiles(folder, splitByFolder(folder, listing.images()));
        Sample sample = sample(index);
        boolean bare = !sample.hasLabels()
                || context.request()
                        .kind()
                        .filter(DatasetKind.IMAGES_ONLY::equals)
                        .isPresent();
        DatasetKind kind = bare ? DatasetKind.IMAGES_ONLY : DatasetKind.YOLO;
        PoseKeys keys = PoseKeys.NONE;
        Skeleton skeleton = skeletons.create(keys, sample.shape().orElse(COCO_SHAPE), "person");
        if (skeleton.size() == COCO_SHAPE.keypoints() && skeleton.valuesPerKeypoint() == COCO_SHAPE.values()) {
            skeleton = Skeletons.COCO_PERSON;
        }
        List<String> categories = sample.largestClass() <= 0
                ? List.of(skeleton.name())
                : IntStream.rangeClosed(0, sample.largestClass())
                        .mapToObj(i -> "class_" + i)
                        .toList();
        List<Finding> findings = new ArrayList<>(listing.findings());
        if (!bare) {
            findings.add(withoutYaml(folder, skeleton));
        }
        String name = FolderNames.of(folder);
        DatasetDescription description = new DatasetDescription(
                name,
                folder,
                understanding(kind, name, index.counts(), skeleton, context),
                new LabelSchema(skeleton, categories),
                index.counts(),
                new Remarks(Optional.empty(), findings));
        return Optional.of(new YoloSource(description, index, new YoloLabelReader(skeleton, categories.size())));
    }

    private static Understanding understanding(
            DatasetKind kind, String name, List<SplitCount> splits, Skeleton skeleton, OpenContext context) {
        Sentence sentence = kind == DatasetKind.IMAGES_ONLY
                ? Sentence.of(
                        "dataset.images-only",
                        "Pictures without labels in {0}: {1}.",
                        name,
                        context.withAlternatives(DescriptionText.pictures(splits)))
                : DescriptionText.sentence(
                        Sentence.of("dataset.yolo", "YOLO-pose dataset {0}", name),
                        splits,
                        skeleton,
                        context.withAlternatives(
                                Sentence.of("dataset.text-labels", "labels in a text file for each picture")));
        return new Understanding(kind, sentence, context.alternatives());
    }

    private static Finding emptySplit(String split, Path place) {
        return Finding.ofFile(
                Severity.ERROR,
                "yaml.split-empty",
                place,
                Sentence.of("yaml.split-empty", "'{0}' holds no picture", split),
                Sentence.of("yaml.split-empty.remedy", "put pictures there or correct the yaml"));
    }

    private static Finding withoutYaml(Path folder, Skeleton skeleton) {
        return Finding.ofFile(
                Severity.NOTE,
                "yaml.absent",
                folder,
                Sentence.of(
                        "yaml.absent",
                        "there is no data yaml; {0} keypoints were worked out from the label rows",
                        skeleton.size()),
                Sentence.of("yaml.absent.remedy", "add a data yaml to train on this folder"));
    }

    /** Splits are the folders below the one that was opened, {@code images} not counted. */
    private static Map<String, List<Path>> splitByFolder(Path folder, List<Path> images) {
        Map<String, List<Path>> byFolder = new LinkedHashMap<>();
        for (Path image : images) {
            String name = FolderNames.NO_SPLIT;
            Path below = folder.relativize(image);
            for (int i = 0; i < below.getNameCount() - 1 && name.equals(FolderNames.NO_SPLIT); i++) {
                String part = below.getName(i).toString();
                name = part.equals("images") ? name : part;
            }
            byFolder.computeIfAbsent(name, key -> new ArrayList<>()).add(image);
        }
        Map<String, List<Path>> bySplit = new LinkedHashMap<>();
        Map<Integer, List<String>> ranked = new TreeMap<>();
        byFolder.keySet().forEach(name -> ranked.computeIfAbsent(
                        FolderNames.rank(FolderNames.split(name)), key -> new ArrayList<>())
                .add(name));
        ranked.values()
                .forEach(names ->
                        names.forEach(name -> bySplit.put(FolderNames.freeSplit(name, bySplit), byFolder.get(name))));
        return bySplit;
    }

    /** What some label files, evenly spread, say about rows. */
    private record Sample(boolean hasLabels, Optional<KeypointShape> shape, int largestClass) {}

    private static Sample sample(EntryIndex index) {
        List<ImageEntry> entries = index.all();
        int step = Math.max(1, entries.size() / SAMPLED_LABELS);
        boolean found = false;
        Optional<KeypointShape> shape = Optional.empty();
        int largestClass = -1;
        for (int i = 0; i < entries.size(); i += step) {
            Path labelFile = LabelPaths.labelFile(entries.get(i).file());
            if (Files.isReadable(labelFile)) {
                try {
                    byte[] content = Files.readAllBytes(labelFile);
                    found = true;
                    shape = shape.isPresent() ? shape : ShapeGuess.of(content);
                    largestClass = Math.max(largestClass, ShapeGuess.largestClass(content));
                } catch (IOException e) {
                    // Told with its picture when that is loaded; another file may answer the question here.
                    continue;
                }
            }
        }
        return new Sample(found, shape, largestClass);
    }
}
