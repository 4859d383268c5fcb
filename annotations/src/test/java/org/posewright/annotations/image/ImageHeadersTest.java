package org.posewright.annotations.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.image.ImageHeader.Ending;
import org.posewright.annotations.image.LabelFrame.Fit;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.source.Pictures;

class ImageHeadersTest {

    private final ImageHeaders headers = new ImageHeaders();

    @TempDir
    private Path folder;

    private ImageHeader read(byte[] content) throws IOException {
        return headers.read(Files.write(folder.resolve("p.jpg"), content));
    }

    @ParameterizedTest
    @CsvSource({"0, 64, 48", "1, 64, 48", "3, 64, 48", "5, 48, 64", "6, 48, 64", "7, 48, 64", "8, 48, 64"})
    void exifRotatesTheSize(int orientation, int width, int height) throws IOException {
        ImageHeader header = read(Pictures.jpeg(64, 48, orientation));
        assertThat(header.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(header.storedSize()).isEqualTo(new ImageSize(64, 48));
        assertThat(header.uprightSize()).isEqualTo(new ImageSize(width, height));
        assertThat(header.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void theEndOfAJpegIsLookedAt() throws IOException {
        byte[] whole = Pictures.jpeg(64, 48, 0);
        assertThat(read(Arrays.copyOf(whole, whole.length - 2)).ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(read(Arrays.copyOf(whole, whole.length + 5)).ending()).isEqualTo(Ending.TRAILING_BYTES);
    }

    @Test
    void pngsAreReadAndTheirEndIsLookedAt() throws IOException {
        Path png = Pictures.png(folder.resolve("\u00fc \u4e2d/a.png"), 30, 20);
        ImageHeader header = headers.read(png);
        assertThat(header.format()).isEqualTo(ImageFormat.PNG);
        assertThat(header.storedSize()).isEqualTo(new ImageSize(30, 20));
        assertThat(header.ending()).isEqualTo(Ending.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"png, PNG, COMPLETE", "jpg, JPEG, COMPLETE", "bmp, BMP, COMPLETE", "tiff, TIFF, UNKNOWN"})
    void picturesOfAnotherWriterAreRead(String ending, ImageFormat format, Ending end) throws IOException {
        Path file = folder.resolve("real." + ending);
        BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(picture, ending, file.toFile())).isTrue();
        assertThat(headers.read(file)).isEqualTo(new ImageHeader(format, new ImageSize(30, 20), 1, end));
    }

    @Test
    void formatsThatTheLibraryDoesNotKnowAreReadToo() throws IOException {
        assertThat(read("PF\n30 20\n-1.0\n".getBytes(StandardCharsets.US_ASCII)).storedSize())
                .isEqualTo(new ImageSize(30, 20));
        byte[] jp2 = ByteBuffer.allocate(64)
                .putLong(0x0000000C6A502020L)
                .putInt(0x0D0A870A)
                .position(40)
                .put("ihdr".getBytes(StandardCharsets.US_ASCII))
                .putInt(20)
                .putInt(30)
                .array();
        ImageHeader header = read(jp2);
        assertThat(header.format()).isEqualTo(ImageFormat.JPEG_2000);
        assertThat(header.storedSize()).isEqualTo(new ImageSize(30, 20));
    }

    @Test
    void whatIsNoPictureSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("a.jpg"), "not a picture at all");
        assertThatThrownBy(() -> headers.read(text))
                .isInstanceOf(ImageHeaderException.class)
                .hasMessageContaining("a.jpg");
        Path empty = Files.createFile(folder.resolve("b.jpg"));
        assertThatThrownBy(() -> headers.read(empty)).isInstanceOf(ImageHeaderException.class);
        assertThatThrownBy(() -> headers.read(folder)).isInstanceOf(ImageHeaderException.class);
        assertThatThrownBy(() -> headers.read(folder.resolve("none.jpg"))).isInstanceOf(NoSuchFileException.class);
    }

    @Property(tries = 300)
    void damageIsAnIoExceptionAtWorst(@ForAll byte[] noise, @ForAll boolean asJpeg) throws IOException {
        byte[] start = asJpeg ? Arrays.copyOf(Pictures.jpeg(64, 48, 6), 30) : new byte[] {(byte) 0x89, 'P', 'N', 'G'};
        byte[] content = Arrays.copyOf(start, start.length + noise.length);
        System.arraycopy(noise, 0, content, start.length, noise.length);
        Path file = Files.createTempFile("posewright", ".jpg");
        try {
            Assertions.assertThat(
                            new ImageHeaders().read(Files.write(file, content)).storedSize())
                    .isNotNull();
        } catch (ImageHeaderException e) {
            Assertions.assertThat(e).hasMessageContaining(file.toString());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void cocoFramesAreTurnedWithThePicture() {
        ImageHeader turned = new ImageHeader(ImageFormat.JPEG, new ImageSize(64, 48), 6, Ending.COMPLETE);
        LabelFrame stored = LabelFrame.ofCoco(new ImageSize(64, 48), turned);
        assertThat(stored.fit()).isEqualTo(Fit.STORED);
        assertThat(stored.uprightSize()).isEqualTo(new ImageSize(48, 64));
        assertThat(stored.toUprightX(10, 8)).isCloseTo(40, within(0.0));
        assertThat(stored.toUprightY(10, 8)).isCloseTo(10, within(0.0));
        assertThat(LabelFrame.ofCoco(new ImageSize(48, 64), turned).fit()).isEqualTo(Fit.UPRIGHT);
        assertThat(LabelFrame.ofCoco(new ImageSize(50, 50), turned).fit()).isEqualTo(Fit.MISMATCH);
        assertThat(LabelFrame.ofYolo(turned).size()).isEqualTo(new ImageSize(48, 64));
    }
}
