package org.posewright.app.viewmodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.SmallDataset;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;

/** Two devices that answer as a test says. */
class DeviceParityTest {

    @TempDir
    Path folder;

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final PoseModel processor = device("CPU", 100);
    private PoseModel card = device("CUDA", 100);
    private List<ImageEntry> pictures;

    @BeforeEach
    void pictures() throws IOException {
        pictures = new DatasetRecognizer()
                .open(
                        OpenRequest.of(SmallDataset.write(folder.resolve("set"))),
                        ProgressListener.NONE,
                        CancellationToken.NONE)
                .entries();
    }

    @Test
    void devicesThatAgreeAreSaidToAgree() {
        check();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("CUDA and CPU agree")
                .contains("3 pictures, 3 people");
        verify(processor).close();
        assertThat(failures).isEmpty();
    }

    @Test
    void theLargestDifferenceIsTold() {
        card = device("CUDA", 102.5);
        check();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("CUDA and CPU do not agree")
                .contains("keypoint 2.5000 px");
    }

    @Test
    void theProcessorHasNothingToBeComparedWith() {
        card = device("CPU", 100);
        check();
        assertThat(told).singleElement().asString().contains("m.onnx").contains("no other device");
        verify(processor, org.mockito.Mockito.never()).predict(any(), any(), any());
    }

    private void check() {
        ModelLibrary library =
                (file, wish, purpose) -> new OpenModel(file, wish == DeviceRequest.CPU ? processor : card, null);
        DirectTaskService tasks = new DirectTaskService();
        ModelViewModel models = new ModelViewModel(library, tasks, messages, (what, why) -> failures.add(why));
        models.open(folder.resolve("m.onnx"));
        new DeviceParity(models, tasks, messages, (what, why) -> failures.add(why)).check(pictures, told::add);
    }

    private static PoseModel device(String provider, double x) {
        PoseModel model = mock(PoseModel.class);
        when(model.device()).thenReturn(new DeviceReport(DeviceRequest.AUTO, provider, "test", Optional.empty()));
        PosePrediction person =
                new PosePrediction(new Box(10, 20, 120, 150), 0, 0.9, List.of(new ScoredKeypoint(x, 60, 0.8)));
        when(model.predict(any(), any(), any())).thenReturn(List.of(person));
        return model;
    }
}
