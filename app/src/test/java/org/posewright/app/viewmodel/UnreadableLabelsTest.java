package org.posewright.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;

/** A label file that cannot be read is a finding; the labels of all other pictures are there. */
class UnreadableLabelsTest {

    @TempDir
    Path folder;

    @Test
    void oneUnreadableFileIsAFindingAndTheRestIsRead() throws IOException {
        SmallDataset.write(folder.resolve("set"));
        List<Throwable> failures = new ArrayList<>();
        EditorModels models = SmallEditor.reading(folder, failures, source -> failingFor("b.jpg", source));
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(failures).isEmpty();
        assertThat(models.workspace().session().orElseThrow().store().loadedCount())
                .isEqualTo(2);
        assertThat(models.labels().findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("b.jpg").contains("disk says no"));
        models.opening().close();
    }

    /** The source with one picture whose labels the disk refuses. */
    private static DatasetSource failingFor(String fileName, DatasetSource source) {
        return (DatasetSource) Proxy.newProxyInstance(
                DatasetSource.class.getClassLoader(),
                new Class<?>[] {DatasetSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("load")
                            && ((ImageEntry) arguments[0]).key().fileName().equals(fileName)) {
                        throw new IOException("disk says no");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
