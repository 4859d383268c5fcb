package org.posewright.annotations.evaluation.diagnosis;

import java.util.Map;

/**
 * AP with errors repaired.
 *
 * @param baselineAp COCO's AP as it is
 * @param apAlone AP with only this kind repaired
 * @param apProgressive AP with this kind and all before it in the order of {@link RepairStep} repaired
 */
public record RepairGains(double baselineAp, Map<RepairStep, Double> apAlone, Map<RepairStep, Double> apProgressive) {

    public RepairGains {
        apAlone = Map.copyOf(apAlone);
        apProgressive = Map.copyOf(apProgressive);
    }

    /** What repairing this kind alone adds to AP; 0 when nobody counts. */
    public double gainAlone(RepairStep step) {
        return baselineAp < 0 ? 0 : apAlone.getOrDefault(step, baselineAp) - baselineAp;
    }
}
