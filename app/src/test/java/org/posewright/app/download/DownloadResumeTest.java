package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Going on with a file that changed, and connections that fall silent. */
class DownloadResumeTest {

    private static final long HALF = 1000;

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean silentAfterHalf = new AtomicBoolean();
    private volatile byte[] content = bytes(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/model.pt", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private static byte[] bytes(long seed) {
        byte[] made = new byte[(int) (2 * HALF)];
        new Random(seed).nextBytes(made);
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        String tag = "\"" + Arrays.hashCode(content) + "\"";
        boolean asked = range != null && (condition == null || condition.equals(tag));
        int from = asked ? Integer.parseInt(Objects.requireNonNull(range).replaceAll("\\D", "")) : 0;
        exchange.getResponseHeaders().set("ETag", tag);
        if (from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(asked ? 206 : 200, content.length - from);
        try (OutputStream body = exchange.getResponseBody()) {
            if (silentAfterHalf.get()) {
                body.write(content, from, (int) HALF);
                body.flush();
                end.await();
            } else {
                body.write(content, from, content.length - from);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RemoteFile file() {
        return RemoteFile.of("http://127.0.0.1:" + server.getAddress().getPort() + "/model.pt");
    }

    private Path fetch() throws IOException {
        return new Downloader().fetch(file(), folder, ProgressListener.NONE, CancellationToken.NONE);
    }

    private void fetchHalf() {
        silentAfterHalf.set(true);
        AtomicBoolean cancelled = new AtomicBoolean();
        ProgressListener atHalf = (done, total, message) -> cancelled.set(done >= HALF);
        assertThatThrownBy(() -> new Downloader().fetch(file(), folder, atHalf, cancelled::get))
                .isInstanceOf(CancellationException.class);
        silentAfterHalf.set(false);
    }

    @Test
    void cancelWorksWhileTheConnectionIsSilent() throws IOException {
        fetchHalf();
        assertThat(Files.size(folder.resolve("model.pt.part"))).isEqualTo(HALF);
        assertThat(fetch()).hasBinaryContent(content);
        assertThat(folder).isDirectoryNotContaining("glob:**.version");
    }

    @Test
    void fileThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
        fetchHalf();
        content = bytes(2);
        assertThat(fetch()).hasBinaryContent(content);
    }

    @Test
    void silentConnectionCountsAsBroken() {
        silentAfterHalf.set(true);
        Downloader hasty = new Downloader(Duration.ofSeconds(20), ProxySelector.of(null), Duration.ofMillis(200));
        assertThatThrownBy(() -> hasty.fetch(file(), folder, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("start the download again");
        assertThat(folder.resolve("model.pt.part")).hasSize(HALF);
    }

    @Test
    void partThatIsLongerThanTheFileIsThrownAway() throws IOException {
        Files.write(folder.resolve("model.pt.part"), new byte[(int) (3 * HALF)]);
        assertThatThrownBy(this::fetch).isInstanceOf(DownloadException.class).hasMessageContaining("thrown away");
        assertThat(fetch()).hasBinaryContent(content);
    }
}
