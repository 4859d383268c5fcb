package org.posewright.app.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.StallGuard;

/**
 * Fetches one file into a folder. Bytes gather in {@code NAME.part}, which survives a cancel, a pause or a lost connection, so the next
 * try asks only for the rest, if the server's file is still the same; the final name appears when everything is there and the checksum
 * holds. A cancel works while the connection is silent, too.
 *
 * <p>Uses the proxy of {@code https.proxyHost} and friends, of the desktop, or of {@code https_proxy} and friends. Blocking; run it as a
 * job.
 */
public final class Downloader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final Duration stallTimeout;

    public Downloader() {
        this(Duration.ofSeconds(20));
    }

    /**
     * @param connectTimeout how long to wait for a server that does not answer
     */
    public Downloader(Duration connectTimeout) {
        this(connectTimeout, new EnvironmentProxies(ProxySelector.getDefault(), System::getenv), STALL_TIMEOUT);
    }

    /**
     * @param stallTimeout how long a connection may bring nothing before it counts as broken
     */
    Downloader(Duration connectTimeout, ProxySelector proxies, Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(proxies)
                .connectTimeout(connectTimeout)
                .build();
    }

    /**
     * @param progress bytes done and in all
     * @return the finished file in {@code folder}
     * @throws DownloadException if the server cannot be reached or refuses, or the content is not what was promised
     * @throws IOException if the disk refuses
     * @throws java.util.concurrent.CancellationException if the token says so; the part file stays for the next try
     */
    public Path fetch(RemoteFile file, Path folder, ProgressListener progress, CancellationToken token)
            throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.fileName());
        Path part = part(target);
        receive(file, part, progress, token);
        verify(file, part);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        PartVersion.of(part).forget();
        return target;
    }

    /** Where the bytes of a file gather. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private void receive(RemoteFile file, Path part, ProgressListener progress, CancellationToken token)
            throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(file.address()).GET();
        PartVersion version = PartVersion.of(part);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            version.stored().ifPresent(stored -> request.header("If-Range", stored));
        }
        HttpResponse<InputStream> response = send(file, request.build());
        try (InputStream body = response.body();
                StallGuard guard = new StallGuard(body, stallTimeout, token)) {
            switch (response.statusCode()) {
                case OK -> {
                    version.store(response.headers());
                    copy(file, body, part, 0, length(response, 0), guard.around(progress), token);
                }
                case PARTIAL -> copy(file, body, part, have, length(response, have), guard.around(progress), token);
                case RANGE_NOT_SATISFIABLE -> {
                    if (!isWhole(response, have)) {
                        discard(file, part, Sentence.of("download.gave.less", "less than what has already arrived"));
                    }
                    progress.progress(have, have, file.fileName());
                }
                default ->
                    throw new DownloadException(Sentence.of(
                            "download.answer",
                            "the server answered {0} for {1}; check the address or fetch the file in a browser",
                            response.statusCode(),
                            file.address()));
            }
        }
    }

    private HttpResponse<InputStream> send(RemoteFile file, HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadException(
                    Sentence.of(
                            "download.interrupted",
                            "the download of {0} was interrupted; start it again",
                            file.address()),
                    e);
        } catch (ConnectException | HttpTimeoutException | UnresolvedAddressException e) {
            throw new DownloadException(
                    Sentence.of(
                            "download.unreachable",
                            "cannot reach {0}; check the network or proxy, or fetch {1} elsewhere and open it here",
                            file.address().getHost(),
                            file.address()),
                    e);
        } catch (IOException e) {
            throw new DownloadException(
                    Sentence.of(
                            "download.failed",
                            "the connection to {0} failed ({1}); what has arrived is kept, start the download again",
                            file.address().getHost(),
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Whether the server's file, as far as it tells its length, is as long as what has arrived. */
    private static boolean isWhole(HttpResponse<?> response, long have) {
        return response.headers()
                .firstValue("Content-Range")
                .map(range -> range.equals("bytes */" + have))
                .orElse(true);
    }

    private static OptionalLong length(HttpResponse<?> response, long offset) {
        OptionalLong rest = response.headers().firstValueAsLong("Content-Length");
        return rest.isPresent() ? OptionalLong.of(offset + rest.getAsLong()) : rest;
    }

    private static void copy(
            RemoteFile file,
            InputStream body,
            Path part,
            long offset,
            OptionalLong total,
            ProgressListener progress,
            CancellationToken token)
            throws IOException {
        StandardOpenOption mode = offset == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long done = offset;
        progress.progress(done, total.orElse(-1), file.fileName());
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(file, body, buffer, token); count >= 0; count = read(file, body, buffer, token)) {
                token.throwIfCancelled();
                out.write(buffer, 0, count);
                done += count;
                progress.progress(done, total.orElse(-1), file.fileName());
            }
        }
        token.throwIfCancelled();
        if (total.isPresent() && done != total.getAsLong()) {
            throw new DownloadException(Sentence.of(
                    "download.ended",
                    "the connection to {0} ended after {1} of {2} bytes; start the download again to fetch the rest",
                    file.address().getHost(),
                    done,
                    total.getAsLong()));
        }
    }

    private static int read(RemoteFile file, InputStream body, byte[] buffer, CancellationToken token)
            throws DownloadException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            token.throwIfCancelled();
            throw new DownloadException(
                    Sentence.of(
                            "download.broke",
                            "the connection to {0} broke; what has arrived is kept, start the download again",
                            file.address().getHost()),
                    e);
        }
    }

    private static void verify(RemoteFile file, Path part) throws IOException {
        long size = Files.size(part);
        if (file.bytes().isPresent() && file.bytes().getAsLong() != size) {
            discard(
                    file,
                    part,
                    Sentence.of(
                            "download.gave.bytes",
                            "{0} bytes instead of {1}",
                            size,
                            file.bytes().getAsLong()));
        }
        if (file.sha256().isPresent() && !file.sha256().get().equals(sha256(part))) {
            discard(file, part, Sentence.of("download.gave.content", "content that does not match its checksum"));
        }
    }

    private static void discard(RemoteFile file, Path part, Sentence finding) throws IOException {
        Files.delete(part);
        PartVersion.of(part).forget();
        throw new DownloadException(Sentence.of(
                "download.gave",
                "{0} gave {1}; it was thrown away, start the download again",
                file.address(),
                finding));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
