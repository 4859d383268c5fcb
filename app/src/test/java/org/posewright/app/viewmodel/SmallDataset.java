package org.posewright.app.viewmodel;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A YOLO-pose dataset of three small pictures with one person each, made for a test. */
public final class SmallDataset {

    /** Side of the square pictures in pixels. */
    public static final int SIDE = 200;

    private SmallDataset() {}

    /** Writes the dataset and returns its folder. The person's nose is at (100, 40) in every picture. */
    public static Path write(Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/train"));
        Path labels = Files.createDirectories(folder.resolve("labels/train"));
        Files.writeString(
                folder.resolve("data.yaml"),
                """
                path: .
                train: images/train
                val: images/train
                kpt_shape: [17, 3]
                flip_idx: [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]
                names:
                  0: person
                """);
        for (String name : new String[] {"a", "b", "c"}) {
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            picture.createGraphics().fillRect(0, 0, SIDE, SIDE / 2);
            ImageIO.write(picture, "jpg", images.resolve(name + ".jpg").toFile());
            Files.writeString(labels.resolve(name + ".txt"), row());
        }
        return folder;
    }

    private static String row() {
        StringBuilder row = new StringBuilder("0 0.5 0.5 0.6 0.8");
        for (int k = 0; k < 17; k++) {
            double x = k == 0 ? 0.5 : 0.3 + 0.4 * (k % 2);
            double y = 0.2 + 0.04 * k;
            row.append(String.format(Locale.ROOT, " %.4f %.4f %d", x, y, k == 3 ? 1 : 2));
        }
        return row.append('\n').toString();
    }
}
