package org.posewright.annotations.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.posewright.annotations.model.Finding;

/**
 * What an inspection found.
 *
 * @param images number of pictures looked at
 * @param people number of people in them
 */
public record InspectionReport(List<Diagnosis> diagnoses, long images, long people) {

    public InspectionReport {
        diagnoses = List.copyOf(diagnoses);
    }

    public List<Finding> findings() {
        return diagnoses.stream().map(Diagnosis::finding).toList();
    }

    public long count(Finding.Severity severity) {
        return diagnoses.stream()
                .filter(d -> d.finding().severity() == severity)
                .count();
    }

    /** The findings of each code, codes in alphabetical order. */
    public Map<String, List<Finding>> byCode() {
        return findings().stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
    }
}
