package org.posewright.runtime.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.posewright.annotations.model.ImageSize;

/** Bilinear resizing in 8 bits by OpenCV itself: half-pixel centres, no anti-aliasing. Holds no state; use from any thread. */
public final class FrameScaler {

    public FrameScaler() {
        OpenCv.load();
    }

    /** The frame at another size; the frame itself when the size is the same. */
    public ImageFrame resize(ImageFrame frame, ImageSize size) {
        if (frame.size().equals(size)) {
            return frame;
        }
        Mat source = new Mat(frame.height(), frame.width(), CvType.CV_8UC3);
        Mat target = new Mat();
        try {
            source.put(0, 0, frame.bgr());
            Imgproc.resize(source, target, new Size(size.width(), size.height()), 0, 0, Imgproc.INTER_LINEAR);
            byte[] bgr = new byte[ImageFrame.CHANNELS * size.width() * size.height()];
            target.get(0, 0, bgr);
            return new ImageFrame(size, bgr);
        } finally {
            source.release();
            target.release();
        }
    }
}
