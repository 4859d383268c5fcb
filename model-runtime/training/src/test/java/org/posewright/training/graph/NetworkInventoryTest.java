package org.posewright.training.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkInventoryTest {
    @ParameterizedTest
    @CsvSource({
        "N, 2874462, 2866468, 2908507, 541, 7.4, 7.6",
        "S, 9918238, 9902940, 9948811, 541, 23.1, 23.2",
        "M, 20912364, 20889004, 20973273, 691, 71.4, 71.7",
        "L, 26169836, 26138284, 26230745, 1057, 90.3, 90.7",
        "X, 58798636, 58751308, 58889881, 1057, 202.8, 203.3",
    })
    void yolo11TotalsAreThePublishedOnes(
            ModelScale scale, long one, long oneFused, long eighty, int entries, double flopsOne, double flopsEighty) {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V11, scale);
        NetworkInventory inventory = NetworkInventory.of(spec);

        assertThat(inventory.parameterCount()).isEqualTo(one);
        assertThat(inventory.entries()).hasSize(entries);
        assertThat(NetworkInventory.of(spec, true).parameterCount()).isEqualTo(oneFused);
        assertThat(inventory.gigaFlopsAt640()).isEqualTo(flopsOne, within(0.05));
        NetworkInventory coco80 = NetworkInventory.of(spec.withHead(80, 17, 3));
        assertThat(coco80.parameterCount()).isEqualTo(eighty);
        assertThat(coco80.gigaFlopsAt640()).isEqualTo(flopsEighty, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"N, 3289964", "S, 11615724", "M, 26447596", "L, 44465580", "X, 69462204"})
    void yoloV8TotalsAreThePublishedOnes(ModelScale scale, long fused) {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V8, scale);

        assertThat(NetworkInventory.of(spec, true).parameterCount()).isEqualTo(fused);
    }

    @Test
    void namesAndShapesAreTheReferences() {
        NetworkInventory inventory = NetworkInventory.of(NetworkSpec.coco(ModelFamily.V11, ModelScale.N));

        assertShape(inventory, "model.2.m.0.cv1.conv.weight", 8, 16, 3, 3);
        assertShape(inventory, "model.6.m.0.m.1.cv2.conv.weight", 32, 32, 3, 3);
        assertShape(inventory, "model.10.m.0.attn.qkv.conv.weight", 256, 128, 1, 1);
        assertShape(inventory, "model.10.m.0.attn.pe.conv.weight", 128, 1, 3, 3);
        assertShape(inventory, "model.13.cv1.conv.weight", 128, 384, 1, 1);
        assertShape(inventory, "model.23.cv3.1.0.0.conv.weight", 128, 1, 3, 3);
        assertShape(inventory, "model.23.cv4.2.0.conv.weight", 51, 256, 3, 3);
        assertShape(inventory, "model.23.cv2.0.2.weight", 64, 64, 1, 1);
        assertShape(inventory, "model.23.dfl.conv.weight", 1, 16, 1, 1);
        assertThat(inventory.entries().keySet()).first().isEqualTo("model.0.conv.weight");
        assertThat(inventory.entries().keySet()).last().isEqualTo("model.23.cv4.2.2.bias");
        assertThat(inventory.convolutions()).filteredOn(ConvEntry::normalised).hasSize(87);
        assertThat(inventory.convolutions())
                .filteredOn(conv -> !conv.normalised())
                .hasSize(9);
    }

    @Test
    void anchorsAreCountedOverAllLevels() {
        assertThat(NetworkSpec.anchorCount(640, 640)).isEqualTo(8400);
        assertThat(NetworkSpec.anchorCount(640, 480)).isEqualTo(6300);
    }

    @Test
    void impossibleHeadsAreRefused() {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V11, ModelScale.N);

        assertThatThrownBy(() -> spec.withHead(1, 17, 4)).hasMessageContaining("2 or 3");
        assertThatThrownBy(() -> spec.withHead(0, 17, 3)).hasMessageContaining("at least one class");
        assertThatThrownBy(() -> ModelScale.ofLetter("q")).hasMessageContaining("p, n, s, m, l or x");
    }

    private static void assertShape(NetworkInventory inventory, String name, Integer... shape) {
        assertThat(inventory.entries()).containsKey(name);
        assertThat(inventory.entries().get(name).shape()).isEqualTo(List.of(shape));
    }
}
