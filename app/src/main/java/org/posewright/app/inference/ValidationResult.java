package org.posewright.app.inference;

import java.util.List;
import java.util.Optional;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.Finding;
import org.posewright.runtime.pipeline.PipelineReport;

/**
 * What a validation found.
 *
 * @param coco the ten numbers
 * @param cocoBasis a sentence: which labels and pictures they rest on, and where areas come from
 * @param cocoListed the ten numbers on the pictures of the YOLO list alone, where COCO's file lists more
 * @param ultralytics Ultralytics' own numbers, on the split's own labels and with its validator's input shapes
 * @param detections everything predicted, for a results file
 */
public record ValidationResult(
        CocoSummary coco,
        String cocoBasis,
        Optional<CocoSummary> cocoListed,
        Optional<UltralyticsSummary> ultralytics,
        List<ImageDetections> detections,
        List<Finding> findings,
        PipelineReport report) {

    public ValidationResult {
        detections = List.copyOf(detections);
        findings = List.copyOf(findings);
    }
}
