package org.posewright.annotations.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.posewright.annotations.model.Finding;

/**
 * Findings for programs: a list of objects with {@code severity, code, file, line, image, person, message, remedy, fix}; what does
 * not apply is null, and {@code fix} is the description of the mechanical repair.
 */
public final class FindingsJson {

    private FindingsJson() {}

    /** Writes the list and leaves the writer open. */
    public static void write(InspectionReport report, Writer writer) throws IOException {
        try (JsonGenerator out = new JsonFactory()
                .createGenerator(writer)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            out.writeStartArray();
            for (Diagnosis diagnosis : report.diagnoses()) {
                write(diagnosis, out);
            }
            out.writeEndArray();
        }
    }

    private static void write(Diagnosis diagnosis, JsonGenerator out) throws IOException {
        Finding finding = diagnosis.finding();
        out.writeStartObject();
        out.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        out.writeStringField("code", finding.code());
        out.writeStringField("file", finding.file().toString());
        out.writeFieldName("line");
        if (finding.line().isPresent()) {
            out.writeNumber(finding.line().getAsLong());
        } else {
            out.writeNull();
        }
        out.writeStringField("image", finding.image().map(Object::toString).orElse(null));
        out.writeFieldName("person");
        if (finding.personId().isPresent()) {
            out.writeNumber(finding.personId().getAsLong());
        } else {
            out.writeNull();
        }
        out.writeStringField("message", finding.message());
        out.writeStringField("remedy", finding.remedy());
        out.writeStringField(
                "fix", diagnosis.fix().map(fix -> fix.description().english()).orElse(null));
        out.writeEndObject();
    }
}
