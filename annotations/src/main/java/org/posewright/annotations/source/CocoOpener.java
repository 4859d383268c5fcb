package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoImage;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetDescription.LabelSchema;
import org.posewright.annotations.source.DatasetDescription.Remarks;
import org.posewright.annotations.source.DatasetDescription.Understanding;

/** Opens COCO annotation files, one for each split, and finds the folders of their pictures. */
final class CocoOpener {

    private final CocoReader reader = new CocoReader();

    /**
     * @param files annotation files; those of another skeleton than the first, or without keypoints beside some that have them, are
     *     left out with a finding
     */
    DatasetSource open(List<Path> files, Path root, OpenContext context) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<CocoFile> read = new ArrayList<>();
        for (Path file : files) {
            CocoFile coco = reader.read(file, context.progress(), context.token());
            findings.addAll(coco.findings());
            read.add(coco);
        }
        List<CocoFile> used = ofOneSkeleton(read, findings);
        CocoFile first = used.get(0);
        Map<String, List<ImageEntry>> entries = new LinkedHashMap<>();
        Map<ImageKey, CocoSource.Place> places = new LinkedHashMap<>();
        for (CocoFile coco : used) {
            String split = FolderNames.freeSplit(FolderNames.stem(coco.file()), entries);
            Path folder = context.request().images().orElseGet(() -> pictureFolder(coco, root, split));
            entries.put(split, entries(coco, folder, root, split, places));
        }
        EntryIndex index = new EntryIndex(entries);
        String name = FolderNames.of(
                files.size() == 1 && !Files.isDirectory(context.request().path()) ? files.get(0) : root);
        Sentence labels = used.size() == 1
                ? Sentence.of("dataset.labels-in", "labels in {0}", FolderNames.of(first.file()))
                : Sentence.of("dataset.labels-in-files", "labels in {0} JSON files", used.size());
        Sentence sentence = DescriptionText.sentence(
                Sentence.of("dataset.coco", "COCO keypoints {0}", name),
                index.counts(),
                first.skeleton(),
                context.withAlternatives(labels));
        DatasetDescription description = new DatasetDescription(
                name,
                root,
                new Understanding(DatasetKind.COCO, sentence, context.alternatives()),
                new LabelSchema(first.skeleton(), categoryNames(first)),
                index.counts(),
                new Remarks(Optional.empty(), findings));
        return new CocoSource(description, index, places);
    }

    private static List<String> categoryNames(CocoFile file) {
        return file.categoryNames().isEmpty() ? List.of(file.skeleton().name()) : file.categoryNames();
    }

    private static List<CocoFile> ofOneSkeleton(List<CocoFile> files, List<Finding> findings) {
        List<CocoFile> withKeypoints =
                files.stream().filter(CocoOpener::hasKeypoints).toList();
        List<CocoFile> candidates = withKeypoints.isEmpty() ? files : withKeypoints;
        Skeleton skeleton = candidates.get(0).skeleton();
        List<String> categories = candidates.get(0).categoryNames();
        List<CocoFile> used = new ArrayList<>();
        for (CocoFile file : files) {
            boolean listsPicturesOnly = file.personCount() == 0;
            boolean same = file.skeleton().keypointNames().equals(skeleton.keypointNames())
                    && file.categoryNames().equals(categories);
            boolean cutBeforeCategories =
                    file.categories().isEmpty() && file.skeleton().size() == skeleton.size();
            boolean takesPart = candidates.contains(file) && same
                    || listsPicturesOnly && !hasKeypoints(file)
                    || cutBeforeCategories;
            if (takesPart) {
                used.add(file);
            } else {
                findings.add(Finding.ofFile(
                        Severity.NOTE,
                        "coco.left-out",
                        file.file(),
                        Sentence.of(
                                "coco.left-out",
                                "its categories or keypoints are not those of {0}, so it is left out here",
                                candidates.get(0).file().getFileName()),
                        Sentence.of("coco.left-out.remedy", "open it on its own")));
            }
        }
        used.sort(Comparator.comparingInt(file -> FolderNames.rank(FolderNames.split(FolderNames.stem(file.file())))));
        return used;
    }

    private static boolean hasKeypoints(CocoFile file) {
        return file.categories().stream()
                .anyMatch(category -> !category.keypointNames().isEmpty());
    }

    private static List<ImageEntry> entries(
            CocoFile coco, Path folder, Path root, String split, Map<ImageKey, CocoSource.Place> places) {
        List<ImageEntry> entries = new ArrayList<>(coco.images().size());
        Set<ImageKey> ofThisFile = new HashSet<>();
        for (CocoImage image : coco.images()) {
            Path file = resolve(folder, image.fileName());
            ImageKey key = EntryIndex.key(root, file);
            if (places.containsKey(key) || !ofThisFile.add(key)) {
                key = new ImageKey(key.path() + "#" + FolderNames.stem(coco.file()) + ":" + image.id());
            }
            places.put(key, new CocoSource.Place(coco, image));
            entries.add(new ImageEntry(key, file, split));
        }
        return List.copyOf(entries);
    }

    /** Where most of some pictures are; the folder of the JSON file when they are nowhere. */
    private static Path pictureFolder(CocoFile coco, Path root, String split) {
        String stem = FolderNames.stem(coco.file());
        String suffix = stem.substring(stem.lastIndexOf('_') + 1);
        List<CocoImage> some = coco.images().stream().limit(20).toList();
        Path beside = coco.file().toAbsolutePath().normalize().getParent();
        List<Path> candidates = new ArrayList<>();
        for (Path base : List.of(root, beside)) {
            for (String below : List.of("images/" + suffix, suffix, "images/" + split, split, "images", "")) {
                candidates.add(base.resolve(below));
            }
        }
        Path best = beside;
        long most = 0;
        for (Path candidate : candidates) {
            long found = some.stream()
                    .filter(image -> Files.exists(resolve(candidate, image.fileName())))
                    .count();
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return most > 0
                ? best
                : candidates.stream().filter(Files::isDirectory).findFirst().orElse(beside);
    }

    private static Path resolve(Path folder, String fileName) {
        try {
            return folder.resolve(fileName.replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            return folder.resolve(fileName.replaceAll("[^\\p{L}\\p{N}._-]", "_"));
        }
    }
}
