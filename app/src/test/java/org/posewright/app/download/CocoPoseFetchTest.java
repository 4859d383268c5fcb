package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** COCO-Pose from a small server of the same layout. */
class CocoPoseFetchTest {

    private static final String LABEL = "0 0.5 0.5 0.2 0.4" + " 0.5 0.5 2".repeat(17) + "\n";

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private DatasetCatalog catalog;

    @BeforeEach
    void serve() throws IOException {
        files.put(
                "/labels/coco2017labels-pose.zip",
                zip(Map.of(
                        "coco-pose/labels/val2017/000000000001.txt",
                        LABEL,
                        "coco-pose/val2017.txt",
                        "./images/val2017/000000000001.jpg\n",
                        "coco-pose/train2017.txt",
                        "./images/train2017/000000000002.jpg\n")));
        files.put("/coco/annotations/annotations_trainval2017.zip", zip(Map.of("annotations/note.json", "{}")));
        files.put("/coco/zips/val2017.zip", zip(Map.of("val2017/000000000001.jpg", "no picture, but a file")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        catalog = new DatasetCatalog(URI.create(base + "/coco/"), URI.create(base + "/labels/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void validationPartOpensAsTheDatasetItIs() throws IOException {
        Path yaml = fetch(DatasetCatalog.Extent.VALIDATION);
        assertThat(yaml.getParent().resolve("images/val2017/000000000001.jpg")).exists();
        assertThat(yaml).content().contains("val: val2017.txt").doesNotContain("\ntrain:");
        DatasetSource source =
                new DatasetRecognizer().open(OpenRequest.of(yaml), ProgressListener.NONE, CancellationToken.NONE);
        assertThat(source.entries()).hasSize(1);
        assertThat(source.entries().get(0).split()).isEqualTo("val");
    }

    @Test
    void whatIsDoneIsNotFetchedAgain() throws IOException {
        Path yaml = fetch(DatasetCatalog.Extent.VALIDATION);
        Files.writeString(yaml, "# mine\n");
        int before = asked.size();
        fetch(DatasetCatalog.Extent.VALIDATION);
        assertThat(asked).hasSize(before);
        assertThat(yaml).hasContent("# mine");
    }

    @Test
    void missingArchiveIsNamedAndTheRestGoesOnLater() throws IOException {
        byte[] pictures = files.remove("/coco/zips/val2017.zip");
        assertThatThrownBy(() -> fetch(DatasetCatalog.Extent.VALIDATION))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("val2017.zip");
        files.put("/coco/zips/val2017.zip", pictures);
        asked.clear();
        fetch(DatasetCatalog.Extent.VALIDATION);
        assertThat(asked).containsExactly("/coco/zips/val2017.zip");
    }

    @Test
    void damagedArchiveIsFetchedAnew() throws IOException {
        byte[] pictures = files.put("/coco/zips/val2017.zip", "no archive".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> fetch(DatasetCatalog.Extent.VALIDATION))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("val2017.zip is damaged");
        files.put("/coco/zips/val2017.zip", pictures);
        Path yaml = fetch(DatasetCatalog.Extent.VALIDATION);
        assertThat(yaml.getParent().resolve("images/val2017/000000000001.jpg")).exists();
    }

    private Path fetch(DatasetCatalog.Extent extent) throws IOException {
        DatasetCatalog.Choice choice = catalog.choice(extent);
        return new CocoPoseFetch(new Downloader(), plenty())
                .fetch(choice, folder, ProgressListener.NONE, CancellationToken.NONE);
    }

    /** The archives of this test are small, those that the catalogue speaks of are not. */
    private static CocoPoseRoom plenty() throws IOException {
        FileStore store = mock(FileStore.class);
        when(store.getTotalSpace()).thenReturn(Long.MAX_VALUE);
        when(store.getUsableSpace()).thenReturn(Long.MAX_VALUE);
        return new CocoPoseRoom(folder -> store);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] content = files.get(path);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        }
        exchange.close();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
