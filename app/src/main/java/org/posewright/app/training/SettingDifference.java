package org.posewright.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.posewright.training.argument.ArgumentCatalog;
import org.posewright.training.argument.ArgumentSpec;

/** A setting in which two runs differ; values as a person would type them. */
public record SettingDifference(String name, String before, String after) {

    /**
     * @param before what differs from the defaults in one run
     * @param after the same of the other
     */
    public static List<SettingDifference> between(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<SettingDifference> differences = new ArrayList<>();
        for (String name : names) {
            String usual =
                    ArgumentCatalog.find(name).map(ArgumentSpec::defaultText).orElse("");
            String old = before.getOrDefault(name, usual);
            String now = after.getOrDefault(name, usual);
            if (!old.equals(now)) {
                differences.add(new SettingDifference(name, old, now));
            }
        }
        return differences;
    }
}
