package org.posewright.app.bootstrap;

import java.nio.IntBuffer;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.image.ImageHeaders;
import org.posewright.annotations.model.ImageSize;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.editor.PictureLoader;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageFrame;

/** Decodes pictures for screen and thumbnails with the decoder that the model uses. OpenCV is loaded with the first picture. */
final class PictureFiles implements PictureLoader {

    /** Longer pictures are decoded at half their size or less: graphics cards take no larger texture. */
    private static final int LONGEST_SIDE = 8192;

    private @Nullable ImageDecoder decoder;

    @Override
    public Picture load(Path file) throws Exception {
        ImageSize size = new ImageHeaders().read(file).uprightSize();
        boolean huge = Math.max(size.width(), size.height()) > LONGEST_SIDE;
        ImageFrame frame = huge
                ? decoder().decodeReduced(file, size, LONGEST_SIDE / 2)
                : decoder().decode(file).frame();
        return new Picture(frame.size(), frame.toArgb());
    }

    /** A small picture, ready to be shown. */
    Image thumbnail(Path file, int minimumSide) throws Exception {
        ImageSize size = new ImageHeaders().read(file).uprightSize();
        ImageFrame frame = decoder().decodeReduced(file, size, minimumSide);
        return new WritableImage(new PixelBuffer<>(
                frame.width(), frame.height(), IntBuffer.wrap(frame.toArgb()), PixelFormat.getIntArgbPreInstance()));
    }

    private synchronized ImageDecoder decoder() {
        ImageDecoder loaded = decoder;
        if (loaded == null) {
            loaded = new ImageDecoder();
            decoder = loaded;
        }
        return loaded;
    }
}
