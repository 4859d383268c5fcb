package org.posewright.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.convert.ExportReport;
import org.posewright.annotations.convert.PictureTransfer;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.export.DatasetExportViewModel;
import org.posewright.app.viewmodel.export.ExportChoice;
import org.posewright.app.viewmodel.export.ExportChoice.Format;
import org.posewright.app.viewmodel.export.ExportChoice.Part;

/** Exports of what is on the screen, not of what is in the files. */
class DatasetExportTest {

    @TempDir
    Path folder;

    private final DirectTaskService tasks = new DirectTaskService();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<Throwable> failures = new ArrayList<>();
    private final List<ExportReport> reports = new ArrayList<>();
    private EditorModels models;
    private DatasetExportViewModel exports;

    @BeforeEach
    void open() throws IOException {
        models = SmallEditor.open(folder, failures);
        exports = new DatasetExportViewModel(
                new DatasetExportViewModel.Window(models.workspace(), models.browser(), models.models()),
                tasks,
                messages,
                reports::add,
                (what, why) -> failures.add(why));
        long person = models.editor().record().orElseThrow().people().get(0).id();
        models.commands().moveKeypoint(person, 0, 120, 44);
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void unsavedEditsAreInAYoloExportAndTheDatasetStaysAsItIs() throws IOException {
        String before = Files.readString(folder.resolve("set/labels/train/a.txt"));
        exports.export(choice(Format.YOLO, Part.ALL, folder.resolve("out")));
        assertThat(failures).isEmpty();
        assertThat(reports).singleElement().satisfies(r -> assertThat(r.images())
                .isEqualTo(3));
        assertThat(Files.readString(folder.resolve("out/labels/train/a.txt"))).contains(" 0.6 0.22 2");
        assertThat(folder.resolve("out/images/train/a.jpg")).exists();
        assertThat(Files.readString(folder.resolve("set/labels/train/a.txt"))).isEqualTo(before);
    }

    @Test
    void partsAreWhatTheySay() {
        models.commands().changeStatus(ImageStatus.UNTOUCHED.withState(ImageStatus.ReviewState.REVIEWED));
        assertThat(exports.entries(Part.REVIEWED)).hasSize(1);
        assertThat(exports.entries(Part.OPEN)).hasSize(1);
        models.browser().filterProperty().set("b");
        assertThat(exports.entries(Part.LISTED))
                .singleElement()
                .satisfies(e -> assertThat(e.key().fileName()).isEqualTo("b.jpg"));
        assertThat(exports.entries(Part.ALL)).hasSize(3);
    }

    @Test
    void cocoExportOfOnePictureOpensAgainWithTheEdit() throws IOException {
        exports.export(choice(Format.COCO, Part.OPEN, folder.resolve("coco")));
        assertThat(failures).isEmpty();
        models.opening().open(OpenRequest.of(folder.resolve("coco")));
        assertThat(models.editor()
                        .record()
                        .orElseThrow()
                        .people()
                        .get(0)
                        .keypoints()
                        .x(0))
                .isEqualTo(120);
    }

    @Test
    void skeletonPicturesAreCopiesWithTheLabelsDrawn() throws IOException {
        Files.writeString(folder.resolve("set/images/train/b.jpg"), "not a picture");
        exports.export(choice(Format.SKELETONS, Part.ALL, folder.resolve("drawn")));
        assertThat(failures).isEmpty();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.images()).isEqualTo(2);
            assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                    .contains("b.jpg"));
        });
        BufferedImage drawn = ImageIO.read(folder.resolve("drawn/train/a.jpg").toFile());
        assertThat(drawn.getWidth()).isEqualTo(SmallDataset.SIDE);
        assertThat(Files.readAllBytes(folder.resolve("drawn/train/a.jpg")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("set/images/train/a.jpg")));
        exports.export(choice(Format.SKELETONS, Part.ALL, folder.resolve("drawn")));
        assertThat(failures).singleElement().satisfies(f -> assertThat(f).hasMessageContaining("not empty"));
        assertThat(exports.complaint(choice(Format.SKELETONS, Part.ALL, folder.resolve("set/images"))))
                .isPresent();
    }

    @Test
    void tableIsNotReplacedUnlessAllowed() {
        exports.export(choice(Format.CSV, Part.ALL, folder.resolve("tables")));
        exports.export(choice(Format.CSV, Part.ALL, folder.resolve("tables")));
        assertThat(reports).hasSize(1);
        assertThat(failures).singleElement().satisfies(f -> assertThat(f).hasMessageContaining("exists already"));
    }

    @Test
    void theDatasetsOwnFolderIsRefusedAndPredictionsNeedAModel() {
        assertThat(exports.complaint(choice(Format.YOLO, Part.ALL, folder.resolve("set/labels"))))
                .isPresent();
        assertThat(exports.complaint(choice(Format.COCO, Part.ALL, folder))).isPresent();
        assertThat(exports.complaint(choice(Format.RESULTS, Part.ALL, folder.resolve("r"))))
                .isPresent();
        exports.export(choice(Format.YOLO, Part.ALL, folder.resolve("set")));
        assertThat(reports).isEmpty();
    }

    private static ExportChoice choice(Format format, Part part, Path target) {
        return new ExportChoice(format, part, PictureTransfer.COPY, target, false, false);
    }
}
