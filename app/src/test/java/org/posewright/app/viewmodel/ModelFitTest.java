package org.posewright.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.viewmodel.model.OpenModel;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InputSpec;
import org.posewright.runtime.ModelDescriptor;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.decode.PoseHead;
import org.posewright.runtime.preprocess.InputSize;

/** A model of five points on a dataset of seventeen: said in words, and nothing is run or counted. */
class ModelFitTest {

    @TempDir
    Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private EditorModels models;
    private PoseModel model;

    @BeforeEach
    void open() throws IOException {
        SmallDataset.write(folder.resolve("set"));
        models = SmallEditor.running(folder, failures, (file, wish, purpose) -> new OpenModel(file, model, null));
        models.opening().open(OpenRequest.of(folder.resolve("set")));
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void anotherSkeletonIsSaidAndNeitherRunNorCompared() {
        openModel(5);
        assertThat(models.modelFit().complaint().orElseThrow())
                .contains("points.onnx")
                .contains("5 keypoints")
                .contains("17");
        assertThat(models.status().modelProperty().get()).contains("does not fit");
        models.predictions().predictCurrent();
        models.predictions()
                .predictAll(
                        "all",
                        models.workspace().session().orElseThrow().source().entries());
        assertThat(failures).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining("predicts 5 keypoints"));
        verify(model, never()).run(any(), any());
        assertThat(models.editor().comparisonProperty().get()).isEmpty();
    }

    @Test
    void complaintGoesWithTheModelAndWithTheDataset() {
        assertThat(models.status().modelProperty().get()).isEqualTo("no model");
        openModel(5);
        models.models().close();
        assertThat(models.modelFit().complaint()).isEmpty();
        openModel(17);
        assertThat(models.modelFit().complaint()).isEmpty();
        assertThat(models.status().modelProperty().get()).contains("CPU");
        openModel(5);
        models.opening().close();
        assertThat(models.modelFit().complaint()).isEmpty();
        assertThat(failures).isEmpty();
    }

    private void openModel(int keypoints) {
        Path file = folder.resolve("points.onnx");
        model = mock(PoseModel.class);
        when(model.descriptor())
                .thenReturn(new ModelDescriptor(
                        file,
                        "points",
                        new PoseHead(1, keypoints, 3, OutputLayout.RAW),
                        List.of("person"),
                        Skeletons.numbered(keypoints, 3),
                        new InputSpec(
                                "images",
                                OptionalInt.of(1),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                32,
                                false,
                                InputSize.square(64)),
                        Map.of(),
                        OptionalLong.empty()));
        when(model.device()).thenReturn(new DeviceReport(DeviceRequest.AUTO, "CPU", "1 thread", Optional.empty()));
        models.models().open(file);
    }
}
