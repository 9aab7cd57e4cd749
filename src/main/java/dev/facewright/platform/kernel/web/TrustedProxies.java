package dev.facewright.platform.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// Which senders are proxies whose `X-Forwarded-For` is believed: each says who stood before it, last one last.
final class TrustedProxies {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([0-9.]+)):\\d{1,5}");
    private static final int LONGEST_CHAIN = 32;

    private final List<IpAddressMatcher> trusted;

    /// @param networks  addresses, or networks such as `10.0.0.0/8`
    /// @throws IllegalArgumentException if one is neither
    TrustedProxies(List<String> networks) {
        trusted = networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /// The address nearest to the server that is no trusted proxy.
    String origin(HttpServletRequest request) {
        String origin = request.getRemoteAddr();
        if (!isTrusted(origin)) {
            return origin;
        }
        for (String before : chain(request).reversed()) {
            Optional<String> address = address(before);
            if (address.isEmpty()) {
                return origin;
            }
            origin = address.get();
            if (!isTrusted(origin)) {
                return origin;
            }
        }
        return origin;
    }

    private static List<String> chain(HttpServletRequest request) {
        List<String> all = new ArrayList<>();
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .forEach(all::add);
        return all.subList(Math.max(0, all.size() - LONGEST_CHAIN), all.size());
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    /// Written in one way, so that one sender is one; empty for what is no address. No name is looked up.
    private static Optional<String> address(String text) {
        Matcher port = WITH_PORT.matcher(text);
        String bare = !port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1);
        try {
            return Optional.of(InetAddress.ofLiteral(bare).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
