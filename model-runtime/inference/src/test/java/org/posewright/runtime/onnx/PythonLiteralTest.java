package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {

    @Test
    void whatExportersWrite() {
        assertThat(PythonLiteral.integers("[640, 640]")).contains(List.of(640, 640));
        assertThat(PythonLiteral.integers("(17, 3)")).contains(List.of(17, 3));
        assertThat(PythonLiteral.integers("(17,)")).contains(List.of(17));
        assertThat(PythonLiteral.dict("{0: 'person', 1: \"dog's\"}"))
                .isEqualTo(Optional.of(Map.of("0", "person", "1", "dog's")));
        assertThat(PythonLiteral.parse("{'batch': 1, 'half': False, 'dynamic': True, 'opset': None}"))
                .get()
                .satisfies(value -> {
                    Map<?, ?> args = (Map<?, ?>) value;
                    assertThat(args.get("batch")).isEqualTo(1L);
                    assertThat(args.get("half")).isEqualTo(false);
                    assertThat(args.get("dynamic")).isEqualTo(true);
                    assertThat(args.containsKey("opset")).isTrue();
                });
        assertThat(PythonLiteral.parse("[1.5, -2e3, 'a\\n\\x41\\u00e9\\'']"))
                .contains(Arrays.asList(1.5, -2000.0, "a\nA\u00e9'"));
        assertThat(PythonLiteral.parse("{0: ['nose', 'left_eye']}")).contains(Map.of("0", List.of("nose", "left_eye")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "[1",
                "{0: }",
                "{0 'a'}",
                "'open",
                "__import__('os')",
                "1 2",
                "[1 2]",
                "\\",
                "'\\x4'",
                "'\\",
                "{1: 2, 3}",
                "'\\UFFFFFFFF'",
                "--1",
                "[1,,2]"
            })
    void everythingElseIsEmpty(String text) {
        assertThat(PythonLiteral.parse(text)).isEmpty();
    }

    @Test
    void depthIsLimited() {
        assertThat(PythonLiteral.parse("[".repeat(100_000))).isEmpty();
        assertThat(PythonLiteral.parse("[".repeat(20) + "]".repeat(20))).isPresent();
    }

    @Property
    void noTextMakesItFail(@ForAll String text) {
        assertThat(PythonLiteral.parse(text)).isNotNull();
    }
}
