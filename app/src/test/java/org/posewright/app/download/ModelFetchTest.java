package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ModelFetchTest {

    @TempDir
    Path folder;

    @Test
    void loginPageInPlaceOfTheCheckpointDoesNotStay() throws Exception {
        byte[] page = "<html>please log in</html>".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            ModelCatalog catalog = new ModelCatalog(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            ModelFetch fetch = new ModelFetch(new Downloader(), folder);
            assertThatThrownBy(
                            () -> fetch.fetch(catalog.entries().get(0), ProgressListener.NONE, CancellationToken.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("yolo11n-pose.pt")
                    .hasMessageContaining("login page");
            assertThat(folder).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }
}
