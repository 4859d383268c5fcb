package org.posewright.training.checkpoint.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.TensorData;

class PickleRoundTripTest {
    @Property(tries = 300)
    void plainValuesComeBack(@ForAll("plain") Object value) {
        assertThat(roundTrip(value)).isEqualTo(value);
    }

    /** Whatever bytes come, the reader gives a value or says what is wrong; it never fails otherwise. */
    @Property(tries = 2000)
    void anyBytesEndInAValueOrAnExplanation(@ForAll byte[] bytes) {
        try {
            PickleReader.read(bytes, PickleRoundTripTest::noStorage, 1 << 20);
        } catch (CheckpointException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void damagedPicklesEndInAValueOrAnExplanation(
            @ForAll("plain") Object value, @ForAll byte damage, @ForAll int place) {
        byte[] bytes = PickleWriter.write(value, tensor -> "0");
        bytes[Math.floorMod(place, bytes.length)] = damage;
        try {
            PickleReader.read(bytes, PickleRoundTripTest::noStorage, 1 << 20);
        } catch (CheckpointException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Object> plain() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.longs().map(value -> (Object) value),
                Arbitraries.doubles().map(value -> (Object) value),
                Arbitraries.strings().ofMaxLength(300).map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value),
                Arbitraries.floats().list().ofMaxSize(6).map(PickleRoundTripTest::tensor));
        return Arbitraries.recursive(() -> leaf, PickleRoundTripTest::nested, 0, 3);
    }

    private static Object tensor(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return TensorData.ofFloats(floats, floats.length);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(list -> (Object) new ArrayList<>(list)),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                        .ofMaxSize(4)
                        .map(map -> (Object) new LinkedHashMap<>(map)));
    }

    private static Object roundTrip(Object value) {
        List<TensorData> stored = new ArrayList<>();
        byte[] pickle = PickleWriter.write(value, tensor -> {
            stored.add(tensor);
            return String.valueOf(stored.size() - 1);
        });
        Object root = PickleReader.read(
                        pickle,
                        (key, type, elements) -> {
                            TensorData tensor = stored.get(Integer.parseInt(key));
                            byte[] bytes = new byte[tensor.bytes().remaining()];
                            tensor.bytes().get(bytes);
                            return new PickleStorage(type, bytes, elements);
                        },
                        1 << 20)
                .root();
        return root == null ? Map.of() : root;
    }

    private static PickleStorage noStorage(String key, ElementType type, long elements) {
        throw new CheckpointException("There is no storage " + key + ".");
    }
}
