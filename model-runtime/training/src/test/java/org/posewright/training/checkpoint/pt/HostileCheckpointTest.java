package org.posewright.training.checkpoint.pt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.pickle.PickleReader;
import org.posewright.training.checkpoint.pickle.PickleStorage;

class HostileCheckpointTest {
    private static final byte[] FOUR_FLOATS = new byte[16];

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "nt, system",
        "subprocess, Popen",
        "builtins, eval",
        "__builtin__, exec",
        "__builtin__, __import__",
        "importlib, import_module",
        "runpy, run_path",
        "torch.hub, load",
        "torch.storage, _load_from_bytes",
        "webbrowser, open",
        "somewhere.private, helper",
    })
    void aCallOfAFunctionIsRefusedByName(String module, String name) {
        Path witness = folder.resolve("witness");
        Path file = new PickleScript()
                .global(module, name)
                .text("touch " + witness)
                .op(0x85, 'R')
                .save(folder.resolve("evil.pt"));

        assertThatThrownBy(() -> PtReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(module + "." + name)
                .hasMessageContaining("nothing was run")
                .hasMessageContaining("evil.pt");
        assertThat(witness).doesNotExist();
    }

    @Test
    void theReportListsEverythingTheFileAskedFor() {
        Path file = new PickleScript()
                .op(']')
                .global("os", "system")
                .text("id")
                .op(0x85, 'R', 'a')
                .global("builtins", "eval")
                .text("1")
                .op(0x85, 'R', 'a')
                .global("company.nets", "SpecialBlock")
                .op(')', 0x81, 'a')
                .save(folder.resolve("evil.pt"));

        assertThatThrownBy(() -> PtReader.read(file))
                .hasMessageContaining("os.system, builtins.eval")
                .hasMessageContaining("company.nets.SpecialBlock");
    }

    @Test
    void everyWayToMakeAnObjectIsGuarded() {
        assertRefused(new PickleScript().op('(').text("id").op('i').raw("os\nsystem\n"), "os.system");
        assertRefused(
                new PickleScript().op('(').global("os", "system").text("id").op('o'), "os.system");
        assertRefused(new PickleScript().global("os", "system").text("id").op(0x85, 0x81), "os.system");
        assertRefused(new PickleScript().global("os", "system").text("id").op(0x85, '}', 0x92), "os.system");
        assertRefused(
                new PickleScript().text("os").text("system").op(0x93).text("id").op(0x85, 'R'), "os.system");
        assertRefused(
                new PickleScript()
                        .global("__builtin__", "getattr")
                        .global("torch", "device")
                        .text("x")
                        .op(0x86, 'R')
                        .text("id")
                        .op(0x85, 'R'),
                "the result of __builtin__.getattr");
    }

    @Test
    void unknownClassesStayInertAndAreListed() {
        PickleScript script = new PickleScript()
                .op('}')
                .text("other")
                .global("company.nets", "SpecialBlock")
                .op(')', 0x81, '}')
                .text("secret")
                .text("value")
                .op('s', 'b', 's');

        Object root = PtReader.readPlain(script.save(folder.resolve("odd.pt")));

        assertThat(root).isEqualTo(Map.of("other", "company.nets.SpecialBlock"));
    }

    /** Files of an unfinished training hold the reference's loss object, whose class has a lower-case name. */
    @Test
    void aClassWithALowerCaseNameStaysInert() {
        Path file = new PickleScript()
                .global("ultralytics.utils.loss", "v8PoseLoss")
                .op(')', 0x81)
                .save(folder.resolve("unfinished.pt"));

        assertThat(PtReader.readPlain(file)).isEqualTo("ultralytics.utils.loss.v8PoseLoss");
        assertRefused(
                new PickleScript().global("ultralytics.utils.loss", "v8_run").op(')', 'R'),
                "ultralytics.utils.loss.v8_run");
    }

    @Test
    void impossibleTensorsAreRefused() {
        long huge = 1L << 60;
        assertTensorRefused(huge, 0, new long[] {huge}, new long[] {1}, "elements");
        assertTensorRefused(4, 0, new long[] {huge}, new long[] {0}, "made to harm");
        assertTensorRefused(4, 0, new long[] {1L << 30, 1L << 30}, new long[] {0, 0}, "made to harm");
        assertTensorRefused(4, 0, new long[] {2_000_000_000}, new long[] {0}, "made to harm");
        assertTensorRefused(4, 0, new long[] {5}, new long[] {1}, "made to harm");
        assertTensorRefused(4, 3, new long[] {2}, new long[] {1}, "made to harm");
        assertTensorRefused(4, -1, new long[] {2}, new long[] {1}, "made to harm");
        assertTensorRefused(4, Long.MAX_VALUE, new long[] {2}, new long[] {1}, "made to harm");
        assertTensorRefused(4, 0, new long[] {2}, new long[] {Long.MAX_VALUE}, "made to harm");
        assertTensorRefused(
                4, 0, new long[] {3, 3}, new long[] {Long.MAX_VALUE / 2, Long.MAX_VALUE / 2}, "made to harm");
        assertTensorRefused(4, 0, new long[] {-1}, new long[] {1}, "impossible size");
        assertTensorRefused(4, 0, new long[] {2}, new long[] {-1}, "impossible size");
        assertTensorRefused(5, 0, new long[] {4}, new long[] {1}, "claims 5 elements but holds 4");
    }

    @Test
    void viewsAreReadByTheirStrides() {
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7};
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Path file = new PickleScript()
                .op('(')
                .tensor("0", 8, 1, new long[] {3, 2}, new long[] {1, 4})
                .tensor("0", 8, 2, new long[] {2, 1, 3}, new long[] {3, 99, 1})
                .tensor("0", 8, 7, new long[] {2, 2}, new long[] {0, 0})
                .tensor("0", 8, 8, new long[] {0}, new long[] {1})
                .tensor("0", 8, 5, new long[] {}, new long[] {})
                .op('l')
                .member("archive/data/0", bytes.array())
                .save(folder.resolve("views.pt"));

        var views = (List<?>) Objects.requireNonNull(PtReader.readPlain(file));

        assertThat(floats(views.get(0))).containsExactly(1, 5, 2, 6, 3, 7);
        assertThat(floats(views.get(1))).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(floats(views.get(2))).containsExactly(7, 7, 7, 7);
        assertThat(floats(views.get(3))).isEmpty();
        assertThat(floats(views.get(4))).containsExactly(5);
    }

    private static float[] floats(Object tensor) {
        return ((TensorData) tensor).floats();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/etc/passwd",
                "archive/../../evil",
                "C:/windows/evil",
                "archive\\..\\evil",
                "..\\evil"
            })
    void pathTricksAreRefused(String name) {
        Path file = new PickleScript().op('}').member(name, new byte[] {1}).save(folder.resolve("paths.pt"));

        assertThatThrownBy(() -> PtReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("points outside");
    }

    @Test
    void compressedMembersAreRefused() throws Exception {
        Path file = folder.resolve("bomb.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(new byte[1 << 20]);
            zip.closeEntry();
        }

        assertThatThrownBy(() -> PtReader.read(file)).hasMessageContaining("compressed");
    }

    @Test
    void otherFilesAreNamedForWhatTheyAre() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.pt"), "not a model");
        assertThatThrownBy(() -> PtReader.read(text)).hasMessageContaining("before PyTorch 1.6");

        Path empty = Files.createFile(folder.resolve("empty.pt"));
        assertThatThrownBy(() -> PtReader.read(empty)).isInstanceOf(CheckpointException.class);

        Path script = new PickleScript()
                .op('}')
                .member("archive/constants.pkl", new byte[] {1})
                .save(folder.resolve("script.pt"));
        assertThatThrownBy(() -> PtReader.read(script)).hasMessageContaining("TorchScript");

        Path weightless = new PickleScript().op('}').save(folder.resolve("weightless.pt"));
        assertThatThrownBy(() -> PtReader.read(weightless)).hasMessageContaining("holds no model");

        Path foreign = new PickleScript()
                .op('}')
                .text("fc.weight")
                .tensor("0", 4, 0, new long[] {4}, new long[] {1})
                .op('s')
                .member("archive/data/0", FOUR_FLOATS)
                .save(folder.resolve("foreign.pt"));
        assertThatThrownBy(() -> PtReader.read(foreign)).hasMessageContaining("not a YOLOv8 or YOLO11 pose model");

        assertThatThrownBy(() -> PtReader.read(folder.resolve("missing.pt"))).hasMessageContaining("cannot be read");
    }

    @Test
    void damagedPicklesAreRefusedWithAPlace() {
        assertRefused(new PickleScript().op(0xF7), "unknown opcode 0xf7");
        assertRefused(new PickleScript().op('t'), "never set");
        assertRefused(new PickleScript().op('h', 9), "never stored");
        assertRefused(new PickleScript().op('0'), "empty stack");
        assertRefused(new PickleScript().op('N', 'N', 'a'), "no list");
        assertRefused(new PickleScript().op('N', 'N', 'N', 's'), "no dictionary");
        assertRefused(new PickleScript().op('}', ']', 'N', 's'), "dictionary key");
        assertRefused(new PickleScript().op('X').int32(Integer.MAX_VALUE).raw("short"), "ends early");
        assertRefused(new PickleScript().op('X').int32(-2).raw("short"), "claims a length");
        assertRefused(new PickleScript().op(0x8b).int32(1 << 20), "integer");
        assertRefused(new PickleScript().op('I').raw("ten\n"), "whole number");
        assertRefused(new PickleScript().text("module").op('Q'), "no tensor storage");
    }

    @Test
    void selfContainingAndDeepStructuresEnd() {
        assertRefused(new PickleScript().op(']', 'q', 0, 'h', 0, 'a'), "nested without end");
        PickleScript deep = new PickleScript().op(']');
        for (int i = 0; i < 200_000; i++) {
            deep.op(0x85);
        }
        assertRefused(deep, "nested without end");
        PickleScript module =
                new PickleScript().op('}').text("model").global("a", "B").op(')', 0x81, 'q', 0, '}');
        module.text("_modules").op('}').text("self").op('h', 0, 's', 's', 'b', 's');
        assertRefused(module, "nested without end");
    }

    @Test
    void cutFilesAreDamaged() throws Exception {
        Path whole = new PickleScript()
                .op('}')
                .text("w")
                .tensor("0", 4, 0, new long[] {4}, new long[] {1})
                .op('s')
                .member("archive/data/0", FOUR_FLOATS)
                .save(folder.resolve("whole.pt"));
        byte[] bytes = Files.readAllBytes(whole);
        assertThat(PtReader.readPlain(whole)).isNotNull();
        for (int length = 0; length < bytes.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> PtReader.readPlain(cut)).isInstanceOf(CheckpointException.class);
        }
    }

    @Test
    void randomDamageNeverEscapesAsAnythingElse() throws Exception {
        byte[] bytes = Files.readAllBytes(new PickleScript()
                .op('}')
                .text("model")
                .op('}')
                .text("w")
                .tensor("0", 4, 0, new long[] {2, 2}, new long[] {2, 1})
                .op('s', 's')
                .member("archive/data/0", FOUR_FLOATS)
                .save(folder.resolve("whole.pt")));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("archive/data.pkl") + "archive/data.pkl".length();
        Random random = new Random(5);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = Arrays.copyOfRange(bytes, start, text.indexOf("PK", start));
            for (int i = 0; i < 1 + round % 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                PickleReader.read(
                        damaged, (key, type, elements) -> new PickleStorage(type, new byte[64], elements), 1 << 20);
            } catch (CheckpointException expected) {
                assertThat(expected).hasMessageMatching("(?s).+\\.");
            }
        }
    }

    private void assertTensorRefused(long storageElements, long offset, long[] size, long[] stride, String message) {
        PickleScript script = new PickleScript().op('}').text("w").tensor("0", storageElements, offset, size, stride);
        assertRefused(script.op('s').member("archive/data/0", FOUR_FLOATS), message);
    }

    private void assertRefused(PickleScript script, String message) {
        Path file = script.save(folder.resolve("refused.pt"));
        assertThatThrownBy(() -> {
                    PtReader.readPlain(file);
                    PtReader.read(file);
                })
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(message);
    }
}
