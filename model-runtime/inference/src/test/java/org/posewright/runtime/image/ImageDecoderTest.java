package org.posewright.runtime.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageSize;

class ImageDecoderTest {

    @TempDir
    private Path folder;

    private final ImageDecoder decoder = new ImageDecoder();
    private final ImageFrame picture = gradient(64, 32);
    private Path jpeg = Path.of("");

    @BeforeEach
    void writePicture() throws IOException {
        jpeg = folder.resolve("Bilder \u4eba/\u00fc mlaut.jpg");
        new ImageEncoder().write(picture, jpeg);
    }

    @Test
    void losslessPicturesComeBackBitForBitFromAnyPath() throws IOException {
        Path png = folder.resolve("\u30dd\u30fc\u30ba/a b.png");
        new ImageEncoder().write(picture, png);
        DecodedImage decoded = decoder.decode(png);
        assertThat(decoded.frame().size()).isEqualTo(picture.size());
        assertThat(decoded.frame().bgr()).isEqualTo(picture.bgr());
        assertThat(decoded.finding()).isEmpty();
        assertThat(decoder.decode(jpeg).finding()).isEmpty();
    }

    @Test
    void truncatedJpegIsFilledUpAndReported() throws IOException {
        byte[] whole = Files.readAllBytes(jpeg);
        Path cut = folder.resolve("cut.jpg");
        Files.write(cut, Arrays.copyOf(whole, whole.length * 3 / 4));
        DecodedImage decoded = decoder.decode(cut);
        assertThat(decoded.frame().size()).isEqualTo(picture.size());
        assertThat(decoded.finding()).get().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("image.truncated");
            assertThat(finding.file()).isEqualTo(cut);
        });
    }

    @Test
    void exifOrientationIsApplied() throws IOException {
        Path turned = folder.resolve("turned.jpg");
        Files.write(turned, withOrientation(Files.readAllBytes(jpeg), 6));
        ImageFrame frame = decoder.decode(turned).frame();
        assertThat(frame.size()).isEqualTo(new ImageSize(32, 64));
        // Blue grows to the right in the stored picture, so downwards after a quarter turn to the right.
        assertThat(blue(frame, 16, 60)).isGreaterThan(blue(frame, 16, 4) + 100);
    }

    @Test
    void missingEmptyAndForeignFilesAreNamed() throws IOException {
        Path missing = folder.resolve("missing.jpg");
        assertThatThrownBy(() -> decoder.decode(missing))
                .isInstanceOf(ImageReadException.class)
                .hasMessageContaining("missing.jpg")
                .hasMessageContaining("does not exist");
        Path empty = Files.write(folder.resolve("empty.jpg"), new byte[0]);
        assertThatThrownBy(() -> decoder.decode(empty)).hasMessageContaining("empty.jpg");
        Path text = Files.writeString(folder.resolve("text.jpg"), "this is no picture");
        assertThatThrownBy(() -> decoder.decode(text))
                .isInstanceOf(ImageReadException.class)
                .hasMessageContaining("text.jpg");
        assertThatThrownBy(() -> decoder.decode(folder)).isInstanceOf(ImageReadException.class);
    }

    @Test
    void reducedDecodingKeepsAtLeastTheWishedSide() throws IOException {
        Path large = folder.resolve("large.jpg");
        new ImageEncoder().write(gradient(1600, 800), large);
        ImageFrame small = decoder.decodeReduced(large, new ImageSize(1600, 800), 160);
        assertThat(small.size()).isEqualTo(new ImageSize(200, 100));
    }

    @Test
    void unknownEndingIsRefusedWhenWriting() {
        assertThatThrownBy(() -> new ImageEncoder().write(picture, folder.resolve("x.posewright")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".jpg or .png");
    }

    @Test
    void resizingFollowsTheIntegerRecipe() {
        // 8-bit bilinear with half-pixel centres: enlarging 1 x 2 to 1 x 4 gives the quarter points.
        ImageFrame two = new ImageFrame(new ImageSize(2, 1), new byte[] {0, 0, 0, 100, 100, 100});
        ImageFrame four = new FrameScaler().resize(two, new ImageSize(4, 1));
        assertThat(new int[] {four.bgr()[0], four.bgr()[3], four.bgr()[6], four.bgr()[9]})
                .containsExactly(0, 25, 75, 100);
        assertThat(new FrameScaler().resize(two, two.size())).isSameAs(two);
    }

    private static int blue(ImageFrame frame, int x, int y) {
        return frame.bgr()[3 * (y * frame.width() + x)] & 0xFF;
    }

    private static ImageFrame gradient(int width, int height) {
        byte[] bgr = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            bgr[3 * i] = (byte) (255 * (i % width) / width);
            bgr[3 * i + 1] = (byte) (255 * (i / width) / height);
            bgr[3 * i + 2] = 77;
        }
        return new ImageFrame(new ImageSize(width, height), bgr);
    }

    /** Puts an APP1 segment with one EXIF entry behind the start marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
