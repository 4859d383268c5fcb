package org.posewright.annotations.coco;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.storage.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and saves a generated annotation file of train2017's size (118,287 images, 262,465 annotations, about 270 MB).
 *
 * <p>Run {@code main} with a folder to generate in, and optionally the number of images. Not a test.
 */
public final class CocoReadBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(CocoReadBenchmark.class);
    private static final int TRAIN_IMAGES = 118_287;
    private static final double PEOPLE_PER_IMAGE = 262_465.0 / TRAIN_IMAGES;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private CocoReadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int images = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TRAIN_IMAGES;
        Path file = Path.of(arguments[0]).resolve("generated-" + images + ".json");
        if (!Files.exists(file)) {
            generate(file, images);
        }
        LOG.info("{}: {} MB", file, Files.size(file) / 1_000_000);
        CocoFile read = null;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            read = new CocoReader().read(file);
            LOG.info("read: {} s, {} people, peak heap {} MB", seconds(start), read.personCount(), peakHeapMegabytes());
        }
        if (read != null) {
            long imageId = read.images().get(images / 2).id();
            List<PersonInstance> people = read.people(imageId);
            long start = System.nanoTime();
            new CocoRewriter(new AtomicFiles())
                    .rewrite(
                            read,
                            Map.of(imageId, people.subList(0, people.size() / 2)),
                            file.resolveSibling("saved.json"),
                            org.posewright.annotations.work.ProgressListener.NONE,
                            org.posewright.annotations.work.CancellationToken.NONE);
            LOG.info("saved: {} s", seconds(start));
        }
    }

    private static String seconds(long startNanos) {
        return String.format(Locale.ROOT, "%.2f", (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1_000_000;
    }

    private static void generate(Path file, int images) throws IOException {
        Random random = new Random(0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"info\":{},\"images\":[");
            for (int id = 1; id <= images; id++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s{\"license\":3,\"file_name\":\"%012d.jpg\",\"coco_url\":\"http://images.example/train2017/%012d.jpg\","
                                + "\"height\":480,\"width\":640,\"date_captured\":\"2013-11-14 11:18:45\","
                                + "\"flickr_url\":\"http://farm9.example/8186/8119368305_4e622c8349_z.jpg\",\"id\":%d}",
                        id == 1 ? "" : ",",
                        id,
                        id,
                        id));
            }
            out.write("],\"annotations\":[");
            int people = (int) (images * PEOPLE_PER_IMAGE);
            for (int id = 1; id <= people; id++) {
                out.write(id == 1 ? "" : ",");
                out.write(annotation(random, id, 1 + random.nextInt(images)));
            }
            StringJoiner names = new StringJoiner("\",\"", "\"", "\"");
            Skeletons.COCO_PERSON.keypointNames().forEach(names::add);
            out.write("],\"categories\":[{\"id\":1,\"name\":\"person\",\"keypoints\":[" + names
                    + "],\"skeleton\":[[16,14]]}]}");
        }
    }

    private static String annotation(Random random, int id, int imageId) {
        StringJoiner outline = new StringJoiner(",");
        for (int i = 0; i < 92; i++) {
            outline.add(hundredths(random, 640));
        }
        int labeled = random.nextInt(100) < 43 ? 0 : 12;
        StringJoiner points = new StringJoiner(",");
        for (int k = 0; k < 17; k++) {
            points.add(k < labeled ? random.nextInt(640) + "," + random.nextInt(480) + ",2" : "0,0,0");
        }
        return "{\"segmentation\":[[" + outline + "]],\"num_keypoints\":" + labeled + ",\"area\":"
                + hundredths(random, 90_000) + ",\"iscrowd\":0,\"keypoints\":[" + points + "],\"image_id\":" + imageId
                + ",\"bbox\":[" + hundredths(random, 300) + "," + hundredths(random, 200) + ","
                + hundredths(random, 300)
                + "," + hundredths(random, 250) + "],\"category_id\":1,\"id\":" + id + "}";
    }

    private static String hundredths(Random random, int below) {
        return Double.toString(random.nextInt(below * 100) / 100.0);
    }
}
