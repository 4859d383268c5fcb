package org.posewright.app.viewmodel.export;

import java.nio.file.Path;
import org.posewright.annotations.convert.ExportOptions;
import org.posewright.annotations.convert.PictureTransfer;

/**
 * What a person wants exported.
 *
 * @param folder that the export goes into; a table or a results file gets the dataset's name in it
 * @param exactNumbers whether YOLO rows keep every digit of the pixel values
 * @param overwrite whether files that exist may be replaced
 */
public record ExportChoice(
        Format format, Part part, PictureTransfer pictures, Path folder, boolean exactNumbers, boolean overwrite) {

    /** How it is written. */
    public enum Format {
        YOLO,
        COCO,
        CSV,
        /** What the open model predicts, as a COCO results file. */
        RESULTS,
        /** Copies of the pictures with the labels drawn on them. */
        SKELETONS;

        /** Whether the pictures themselves go along. */
        public boolean hasPictures() {
            return this == YOLO || this == COCO;
        }

        /** Whether many files are written, which must not mix with others. */
        public boolean fillsFolder() {
            return hasPictures() || this == SKELETONS;
        }
    }

    /** Which pictures. */
    public enum Part {
        ALL,
        REVIEWED,
        /** Those that pass the browser's split and filter. */
        LISTED,
        /** The open picture alone. */
        OPEN
    }

    ExportOptions options() {
        ExportOptions options = ExportOptions.DEFAULT
                .withPictures(pictures)
                .withDigits(exactNumbers ? ExportOptions.Digits.ALL : ExportOptions.Digits.SIX);
        return overwrite ? options.overwriting() : options;
    }
}
