package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.check.DatasetInspector;
import org.posewright.annotations.check.FindingsJson;
import org.posewright.annotations.check.InspectionReport;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.work.CancellationToken;
import picocli.CommandLine;

/** {@code check}: tells every problem of a dataset with its place and remedy. Problems found are no failure of the command. */
@CommandLine.Command(
        name = "check",
        description = "tell every problem of a dataset, with file, line or id, and what to do; exit code 0 also when"
                + " there are problems")
final class CheckCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private DataArguments data;

    @CommandLine.Option(names = "json", description = "file to write all findings to")
    private @Nullable Path json;

    @CommandLine.Option(
            names = "show",
            defaultValue = "5",
            description = "findings of each kind to print; 0 for all (${DEFAULT-VALUE})")
    private int shown;

    @Override
    public Integer call() throws IOException {
        WrongArguments.requireAtLeast(spec, "show", shown, 0);
        OutputFile.prepare("json", json);
        PrintWriter out = spec.commandLine().getOut();
        ProgressPrinter progress = new ProgressPrinter(spec.commandLine().getErr(), "check");
        DatasetSource source = data.open(progress);
        out.println(source.description().sentence());
        InspectionReport report = new DatasetInspector().inspect(source, progress, CancellationToken.NONE);
        report.byCode().forEach((code, findings) -> print(code, findings, out));
        out.println();
        out.println(summary(report));
        if (json != null) {
            try (Writer writer = Files.newBufferedWriter(json)) {
                FindingsJson.write(report, writer);
            }
        }
        return CommandLineProgram.SUCCESS;
    }

    private void print(String code, List<Finding> findings, PrintWriter out) {
        String severity = findings.get(0).severity().name().toLowerCase(Locale.ROOT);
        out.println();
        out.println(code + " (" + severity + ", " + findings.size() + ")");
        int limit = shown == 0 ? findings.size() : Math.min(shown, findings.size());
        for (Finding finding : findings.subList(0, limit)) {
            out.println("  " + place(finding) + ": " + finding.message() + "; " + finding.remedy());
        }
        if (limit < findings.size()) {
            out.println("  ... and " + (findings.size() - limit) + " more (show=0 prints all)");
        }
    }

    /** File and line, or file and annotation id where the format has no lines. */
    private static String place(Finding finding) {
        String place = finding.file().toString();
        if (finding.line().isPresent()) {
            place += ":" + finding.line().getAsLong();
        } else if (finding.personId().isPresent()) {
            place += " id " + finding.personId().getAsLong();
        }
        return place;
    }

    private static String summary(InspectionReport report) {
        String looked = "Looked at " + report.images() + " pictures with " + report.people() + " people: ";
        if (report.diagnoses().isEmpty()) {
            return looked + "nothing to complain about.";
        }
        long repairable =
                report.diagnoses().stream().filter(d -> d.fix().isPresent()).count();
        return looked + number(report.count(Severity.ERROR), "error") + ", "
                + number(report.count(Severity.WARNING), "warning") + " and "
                + number(report.count(Severity.NOTE), "note") + "; " + repairable + " can be repaired mechanically.";
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
