package org.posewright.training.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.training.TrainingPlan;

class TrainingArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "epochs, 0",
        "epochs, 1.5",
        "imgsz, big",
        "batch, 0",
        "batch, 2.5",
        "batch, -3",
        "patience, -1",
        "optimizer, Lion",
        "mosaic, 1.5",
        "lr0, -0.1",
        "hsv_s, nan",
        "amp, maybe",
        "time, 0",
        "freeze, -2",
        "freeze, '[1,x]'",
        "cache, tape",
        "close_mosaic, -1",
        "box, -1",
        "max_det, 0",
        "device, tpu",
        "device, '0,1'",
        "pretrained, perhaps",
        "task, segment",
        "copy_paste, 2",
        "conf, 1.1",
        "workers, -1",
        "freeze_bn, some"
    })
    void aValueThatIsNotPossibleIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> new TrainingPlan(TrainingArguments.of(Map.of(name, value))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "batch, -1",
        "batch, 0.7",
        "batch, 4",
        "patience, 0",
        "freeze, '[0, 2]'",
        "time, 0.5",
        "conf, none",
        "cache, ram",
        "pretrained, other.pt",
        "pretrained, False",
        "optimizer, sgd",
        "save_period, 3"
    })
    void whatTheReferenceTakesIsTaken(String name, String value) {
        assertThat(new TrainingPlan(TrainingArguments.of(Map.of(name, value)))
                        .arguments()
                        .asMap())
                .containsKey(name);
    }

    @Test
    void argumentsThatChangeNothingAreToldWhenTheyAreSet() {
        assertThat(TrainingArguments.defaults().withoutEffect()).isEmpty();
        assertThat(TrainingArguments.of(Map.of("copy_paste", "0.3", "mosaic", "0.5"))
                        .withoutEffect())
                .containsExactly("copy_paste=0.3 has no effect: it needs segments, which pose labels do not have.");
    }

    @Test
    void aYamlFileGivesWhatItKnows() throws IOException {
        Map<String, String> texts =
                TrainingArguments.texts("task: pose\nepochs: 7\nmosaic: 0.25\nvid_stride: 1\nproject: null\n");
        assertThat(texts).containsEntry("epochs", "7").doesNotContainKey("vid_stride");
        TrainingArguments arguments = TrainingArguments.of(texts);
        assertThat(arguments.integer("epochs")).isEqualTo(7);
        assertThat(arguments.number("mosaic")).isEqualTo(0.25);
        assertThat(arguments.isSet("project")).isFalse();
        assertThat(TrainingArguments.ofYaml(arguments.toYaml()).asMap()).isEqualTo(arguments.asMap());
    }
}
