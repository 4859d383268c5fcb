package org.posewright.annotations.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.source.DatasetDescription.SplitCount;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.annotations.yolo.RewrittenLabels;
import org.posewright.annotations.yolo.YoloLabelRewriter;

class SharedDatasetsTest {

    private final DatasetRecognizer recognizer = new DatasetRecognizer();

    private static DatasetSource.LoadedDataset load(DatasetSource source) throws IOException {
        return source.loadAll(source.entries(), ProgressListener.NONE, CancellationToken.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco8-pose", "coco8-pose/coco8-pose.yaml"})
    void coco8IsUnderstood(String place) throws IOException {
        DatasetSource source = recognizer.open(SharedData.folder(place));
        DatasetDescription about = source.description();
        assertThat(about.sentence())
                .isEqualTo("YOLO-pose dataset coco8-pose: 4 train and 4 val pictures, 17 keypoints (x, y, visibility),"
                        + " labels in a text file for each picture.");
        assertThat(about.kind()).isEqualTo(DatasetKind.YOLO);
        assertThat(about.skeleton()).isEqualTo(Skeletons.COCO_PERSON);
        assertThat(about.findings()).isEmpty();
        assertThat(source.entries().get(0).key().path()).startsWith("images/train/");
        DatasetSource.LoadedDataset loaded = load(source);
        assertThat(loaded.dataset().images()).hasSize(8);
        assertThat(loaded.dataset().images())
                .allSatisfy(image -> assertThat(image.people()).isNotEmpty());
    }

    @Test
    void theMiniSetIsBothAndBothCanBeOpened() throws IOException {
        Path folder = SharedData.folder("coco-pose-mini");
        DatasetSource yolo = recognizer.open(folder);
        assertThat(yolo.description().kind()).isEqualTo(DatasetKind.YOLO);
        assertThat(yolo.description().splits()).containsExactly(new SplitCount("train", 14), new SplitCount("val", 20));
        var alternatives = yolo.description().understanding().alternatives();
        assertThat(alternatives).hasSize(1);
        DatasetSource coco =
                recognizer.open(alternatives.get(0).request(), ProgressListener.NONE, CancellationToken.NONE);
        assertThat(coco.description().kind()).isEqualTo(DatasetKind.COCO);
        assertThat(coco.description().splits()).containsExactly(new SplitCount("train", 30), new SplitCount("val", 35));
        assertThat(coco.description().skeleton()).isEqualTo(Skeletons.COCO_PERSON);
        DatasetSource.LoadedDataset loaded = load(coco);
        assertThat(loaded.dataset().images().stream()
                        .mapToInt(i -> i.people().size())
                        .sum())
                .isEqualTo(182);
        assertThat(loaded.findings()).extracting(Finding::code).doesNotContain("image.missing");
        assertThat(coco.cocoFiles()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco8-pose", "coco-pose-mini"})
    void openAndRewriteWithoutEditsIsByteIdentical(String name) throws IOException {
        DatasetSource source = recognizer.open(SharedData.folder(name));
        YoloLabelRewriter rewriter = new YoloLabelRewriter(source.description().skeleton());
        for (ImageEntry entry : source.entries()) {
            LoadedImage loaded = source.load(entry);
            var origin = (ImageOrigin.YoloRows) loaded.origin();
            byte[] original = Files.readAllBytes(origin.file());
            assertThat(origin.fingerprint().orElseThrow().matches(original)).isTrue();
            RewrittenLabels rewritten = rewriter.rewrite(
                    original,
                    origin.rows(),
                    loaded.image().size(),
                    loaded.image().people());
            assertThat(rewritten.content()).as(origin.file().toString()).isEqualTo(original);
        }
    }

    @Test
    void aCocoFileAloneFindsItsPictures() throws IOException {
        DatasetSource source =
                recognizer.open(SharedData.folder("coco-pose-mini/annotations/person_keypoints_val2017.json"));
        assertThat(source.description().splits()).containsExactly(new SplitCount("val", 35));
        assertThat(source.entries())
                .allSatisfy(entry -> assertThat(entry.file()).exists());
        assertThat(source.entries().get(0).key().path()).startsWith("images/val2017/");
    }
}
