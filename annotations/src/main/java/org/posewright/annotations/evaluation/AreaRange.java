package org.posewright.annotations.evaluation;

/** A closed range of person areas in square pixels that an evaluation is restricted to. */
public record AreaRange(String label, double minPixels, double maxPixels) {

    public static final AreaRange ALL = new AreaRange("all", 0, 1e10);
    public static final AreaRange MEDIUM = new AreaRange("medium", 32 * 32, 96 * 96);
    public static final AreaRange LARGE = new AreaRange("large", 96 * 96, 1e10);

    /** Whether an area lies outside; both borders are inside. */
    public boolean excludes(double areaPixels) {
        return areaPixels < minPixels || areaPixels > maxPixels;
    }
}
