package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class DownloaderTest {

    @TempDir
    Path folder;

    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/files/model.pt", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length) {
            exchange.sendResponseHeaders(416, -1);
        } else {
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content, from, content.length - from);
            }
        }
        exchange.close();
    }

    private RemoteFile file(String sha256) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/files/model.pt";
        return new RemoteFile(
                java.net.URI.create(address), OptionalLong.of(content.length), Optional.ofNullable(sha256));
    }

    private String checksum() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void fetchesChecksAndReportsProgress() throws Exception {
        List<Long> done = new ArrayList<>();
        Path got = new Downloader()
                .fetch(file(checksum()), folder, (d, total, message) -> done.add(d), CancellationToken.NONE);
        assertThat(got).hasFileName("model.pt").hasBinaryContent(content);
        assertThat(done).isSorted().last().isEqualTo((long) content.length);
        assertThat(folder.resolve("model.pt.part")).doesNotExist();
    }

    @Test
    void cancelKeepsWhatArrivedAndTheNextTryFetchesTheRest() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        ProgressListener soon = (done, total, message) -> cancelled.set(done > 100_000);
        assertThatThrownBy(() -> new Downloader().fetch(file(null), folder, soon, cancelled::get))
                .isInstanceOf(CancellationException.class);
        long part = Files.size(folder.resolve("model.pt.part"));
        assertThat(part).isBetween(100_000L, 299_999L);
        Path got = new Downloader().fetch(file(checksum()), folder, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(got).hasBinaryContent(content);
        assertThat(ranges).containsExactly("null", "bytes=" + part + "-");
    }

    @Test
    void wrongContentIsThrownAwayAndSaidSo() {
        assertThatThrownBy(() -> new Downloader()
                        .fetch(file("0".repeat(64)), folder, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("checksum")
                .hasMessageContaining("again");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unreachableServerGivesOneClearSentence() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        RemoteFile nowhere = RemoteFile.of("http://127.0.0.1:" + closedPort + "/model.pt");
        assertThatThrownBy(() -> new Downloader(Duration.ofSeconds(2))
                        .fetch(nowhere, folder, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("cannot reach 127.0.0.1; check the network or proxy");
    }

    @Test
    void refusalNamesTheAddress() {
        RemoteFile missing =
                RemoteFile.of("http://127.0.0.1:" + server.getAddress().getPort() + "/nothing.pt");
        assertThatThrownBy(() -> new Downloader().fetch(missing, folder, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("/nothing.pt");
    }

    @Test
    void unpackerStaysInsideItsFolder() throws IOException {
        Path zip = zip("../outside.txt");
        assertThatThrownBy(() ->
                        new Unpacker().unpack(zip, folder.resolve("in"), ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("../outside.txt");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void unpackerNeverReplacesOtherContent() throws IOException {
        Path zip = zip("labels/a.txt");
        new Unpacker().unpack(zip, folder.resolve("in"), ProgressListener.NONE, CancellationToken.NONE);
        assertThat(folder.resolve("in/labels/a.txt")).hasContent("hello");
        Files.writeString(folder.resolve("in/labels/a.txt"), "edited by hand");
        assertThatThrownBy(() ->
                        new Unpacker().unpack(zip, folder.resolve("in"), ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("a.txt exists");
    }

    private Path zip(String name) throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry(name));
            out.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return archive;
    }
}
