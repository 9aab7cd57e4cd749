package dev.facewright.platform.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request without what it claims about itself.
final class AdmittedRequest extends HttpServletRequestWrapper {
    private static final List<String> CLAIMS = List.of("host", "forwarded", "x-forwarded-", "x-real-ip");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI publicUrl;
    private final String origin;

    AdmittedRequest(HttpServletRequest request, URI publicUrl, String origin) {
        super(request);
        this.publicUrl = publicUrl;
        this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
        return origin;
    }

    @Override
    public String getRemoteHost() {
        return origin;
    }

    @Override
    public String getScheme() {
        return publicUrl.getScheme();
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return publicUrl.getHost();
    }

    @Override
    public int getServerPort() {
        return publicUrl.getPort() == -1 ? standardPort() : publicUrl.getPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        String port = getServerPort() == standardPort() ? "" : ":" + getServerPort();
        return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
    }

    private int standardPort() {
        return isSecure() ? HTTPS : HTTP;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return claims(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return claims(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !claims(name))
                .toList());
    }

    private static boolean claims(String name) {
        return CLAIMS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
    }
}
