package org.posewright.app.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Java's own proxy settings and the desktop's first; where those say nothing, the environment variables that other programs follow:
 * {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code no_proxy}, in small or capital letters.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentProxies.class);
    private static final int HTTP_PORT = 80;
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final @Nullable ProxySelector first;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * @param first asked before; null for nobody
     * @param environment value of a variable, null where it is not set
     */
    EnvironmentProxies(@Nullable ProxySelector first, UnaryOperator<@Nullable String> environment) {
        this.first = first;
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        List<Proxy> own = first == null ? NONE : first.select(address);
        boolean isSaid = own.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
        if (isSaid || isExempt(address.getHost())) {
            return own;
        }
        return variable(address.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(EnvironmentProxies::proxy)
                .map(List::of)
                .orElse(own);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        LOG.warn("proxy {} does not answer: {}", proxy, failure.toString());
    }

    private boolean isExempt(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(
                        variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*") || wanted.equals(name) || wanted.endsWith("." + name));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name))
                .or(() -> Optional.ofNullable(environment.apply(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /** {@code http://host:port} or {@code host:port}; the port may be missing. */
    private static Optional<Proxy> proxy(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("no host");
            }
            int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
            return Optional.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
        } catch (IllegalArgumentException unusable) {
            LOG.warn("the proxy variable is no address and is left aside: {}", unusable.getMessage());
            return Optional.empty();
        }
    }
}
