package org.posewright.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.SmallDataset;
import org.posewright.app.viewmodel.SmallEditor;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;
import org.posewright.app.viewmodel.evaluation.Surroundings;
import org.posewright.app.viewmodel.evaluation.WorkCase;

/**
 * The view-models of Compare on real files, without a toolkit. In picture a the hips of the prediction are exchanged, in b nobody is
 * predicted, in c there is a second, unlabelled person.
 */
abstract class EvaluationFixture {

    static final int LEFT_HIP = 11;
    static final int RIGHT_HIP = 12;

    @TempDir
    Path folder;

    final DirectTaskService tasks = new DirectTaskService();
    final Messages messages = new Messages(Locale.ENGLISH);
    final List<Throwable> failures = new ArrayList<>();
    EditorModels models;
    EvaluationModels evaluation;

    @BeforeEach
    void open() throws IOException {
        SmallDataset.write(folder.resolve("set"));
        models = SmallEditor.closed(folder, failures);
        evaluation = new EvaluationModels(
                new EvaluationModels.Window(
                        models.editor(), models.browser(), models.models(), models.predictions(), models.shell()),
                new EvaluationModels.Libraries(BookFile.verdicts(), BookFile.corrections(), new ReportFiles()),
                new Surroundings(tasks, messages, (what, why) -> failures.add(why)));
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(failures).isEmpty();
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    void evaluate() throws IOException {
        Keypoints label = points("a.jpg");
        Keypoints swapped = label.with(LEFT_HIP, label.get(RIGHT_HIP)).with(RIGHT_HIP, label.get(LEFT_HIP));
        Keypoints elsewhere = label;
        for (int k = 0; k < label.size(); k++) {
            elsewhere = elsewhere.with(k, label.get(k).movedTo(10 + 0.1 * label.x(k), 180 + 0.1 * label.y(k)));
        }
        Path file = folder.resolve("results.json");
        Files.writeString(
                file,
                "[" + detection("a", swapped, 0.9) + "," + detection("c", label, 0.8) + ","
                        + detection("c", elsewhere, 0.6) + "]");
        evaluation.evaluation().evaluateResults(file);
        assertThat(failures).isEmpty();
    }

    static String detection(String image, Keypoints points, double score) {
        StringBuilder text = new StringBuilder("{\"image_id\":\"" + image + "\",\"category_id\":1,\"keypoints\":[");
        for (int k = 0; k < points.size(); k++) {
            text.append(k == 0 ? "" : ",")
                    .append(points.x(k))
                    .append(',')
                    .append(points.y(k))
                    .append(",1");
        }
        return text.append("],\"score\":").append(score).append('}').toString();
    }

    SplitEvaluation result() {
        return evaluation.evaluation().result().orElseThrow();
    }

    WorkCase caseOf(CaseKind kind) {
        return evaluation.queue().casesProperty().get().stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    Keypoints points(String fileName) {
        ImageKey key = models.browser().picturesProperty().get().keys().stream()
                .filter(k -> k.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
        List<PersonInstance> people = models.workspace()
                .session()
                .orElseThrow()
                .record(key)
                .orElseThrow()
                .people();
        return people.get(0).keypoints();
    }
}
