package org.posewright.app.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Exposes a scene: tint, vignette, noise, eight bits, JPEG. */
final class Camera {

    private static final float JPEG_QUALITY = 0.86f;

    private Camera() {}

    static byte[] jpeg(DepthCanvas scene, RandomGenerator random) {
        BufferedImage image = new BufferedImage(scene.width, scene.height, BufferedImage.TYPE_INT_RGB);
        double exposure = 0.8 + 0.35 * random.nextDouble();
        double warmth = 0.06 * random.nextGaussian();
        double noise = 0.004 + 0.02 * random.nextDouble();
        double vignette = 0.35 * random.nextDouble();
        for (int y = 0; y < scene.height; y++) {
            double dy = 2.0 * y / scene.height - 1;
            for (int x = 0; x < scene.width; x++) {
                double dx = 2.0 * x / scene.width - 1;
                double gain = exposure * (1 - vignette * (dx * dx + dy * dy) / 2);
                double grain = noise * random.nextGaussian();
                int at = y * scene.width + x;
                int red = eightBits(scene.red[at] * gain * (1 + warmth) + grain);
                int green = eightBits(scene.green[at] * gain + grain);
                int blue = eightBits(scene.blue[at] * gain * (1 - warmth) + grain);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return encode(image);
    }

    private static int eightBits(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(255 * value)));
    }

    private static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG could not be encoded in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
