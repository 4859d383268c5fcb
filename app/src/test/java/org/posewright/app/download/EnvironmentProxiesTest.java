package org.posewright.app.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class EnvironmentProxiesTest {

    private static final URI MODEL = URI.create("https://models.example/yolo.pt");

    @TempDir
    Path folder;

    @Test
    void variableOfTheSchemeCountsThenThatForAll() {
        assertThat(chosen(Map.of("https_proxy", "http://proxy.example:3128"))).isEqualTo("proxy.example:3128");
        assertThat(chosen(Map.of("HTTPS_PROXY", "proxy.example:8080"))).isEqualTo("proxy.example:8080");
        assertThat(chosen(Map.of("all_proxy", "http://proxy.example"))).isEqualTo("proxy.example:80");
        assertThat(chosen(Map.of("http_proxy", "http://proxy.example:3128"))).isEqualTo("direct");
    }

    @Test
    void exemptHostsAndUnusableAddressesGoDirect() {
        String proxy = "http://proxy.example:3128";
        assertThat(chosen(Map.of("https_proxy", proxy, "no_proxy", "localhost, .example")))
                .isEqualTo("direct");
        assertThat(chosen(Map.of("https_proxy", proxy, "no_proxy", "models.example")))
                .isEqualTo("direct");
        assertThat(chosen(Map.of("https_proxy", proxy, "no_proxy", "dels.example")))
                .isEqualTo("proxy.example:3128");
        assertThat(chosen(Map.of("https_proxy", "not an address"))).isEqualTo("direct");
    }

    @Test
    void settingsOfJavaComeFirst() {
        ProxySelector java = ProxySelector.of(InetSocketAddress.createUnresolved("set.example", 1));
        EnvironmentProxies proxies = new EnvironmentProxies(java, Map.of("https_proxy", "other.example:2")::get);
        assertThat(name(proxies.select(MODEL))).isEqualTo("set.example:1");
    }

    @Test
    void downloadPassesTheProxy() throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        proxy.start();
        try {
            String address = "127.0.0.1:" + proxy.getAddress().getPort();
            RemoteFile file =
                    new RemoteFile(URI.create("http://models.example/yolo.pt"), OptionalLong.empty(), Optional.empty());
            Path fetched = new Downloader(
                            Duration.ofSeconds(20),
                            new EnvironmentProxies(null, Map.of("http_proxy", "http://" + address)::get),
                            Duration.ofSeconds(20))
                    .fetch(file, folder, ProgressListener.NONE, CancellationToken.NONE);
            assertThat(fetched).hasContent("http://models.example/yolo.pt");
        } finally {
            proxy.stop(0);
        }
    }

    private static String chosen(Map<String, String> environment) {
        return name(new EnvironmentProxies(null, environment::get).select(MODEL));
    }

    private static String name(List<Proxy> proxies) {
        return proxies.get(0).address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }
}
