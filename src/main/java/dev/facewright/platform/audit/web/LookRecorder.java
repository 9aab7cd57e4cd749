package dev.facewright.platform.audit.web;

import dev.facewright.platform.audit.LookBook;
import dev.facewright.platform.audit.web.LookMap.Seen;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.kernel.PageView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Notes who looks at what: the route and the ids in it, and how many were seen, once the answer is given. What was
/// typed into a search is not kept, since it may name somebody; nor is a person whom a list shows, of which there are
/// fifty a page: their list is.
@ControllerAdvice
class LookRecorder implements HandlerInterceptor, ResponseBodyAdvice<Object>, WebMvcConfigurer {
    private static final String SHOWN = LookRecorder.class.getName() + ".shown";
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final LookBook book;

    LookRecorder(LookBook book) {
        this.book = book;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null) {
            page.getModel().values().forEach(value -> shown(request, value));
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet && body != null) {
            shown(servlet.getServletRequest(), body);
        }
        return body;
    }

    private static void shown(HttpServletRequest request, @Nullable Object value) {
        switch (value) {
            case PageView<?> view ->
                request.setAttribute(SHOWN, (long) view.items().size());
            case null, default -> {}
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (failed == null && response.getStatus() < 400 && READING.contains(request.getMethod())) {
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LookMap.of(String.valueOf(pattern)).ifPresent(seen -> note(seen, request));
        }
    }

    private void note(Seen seen, HttpServletRequest request) {
        var place = new ArrayList<Fact>();
        Fact member = null;
        for (var each : ids(request).entrySet()) {
            String name = each.getKey().equals("id") ? seen.id() : each.getKey();
            switch (name) {
                case "image" -> member = Fact.id(name, each.getValue());
                case "subject" -> place.add(Fact.subject(each.getValue()));
                default -> place.add(Fact.id(name, each.getValue()));
            }
        }
        long shown = request.getAttribute(SHOWN) instanceof Long number ? number : 0;
        book.note(new AuditFacts(seen.what().action(), List.copyOf(place)), member, shown);
    }

    /// Of the route's variables, in an order that does not change.
    private static Map<String, String> ids(HttpServletRequest request) {
        Map<String, String> ids = new TreeMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (ID.matcher(String.valueOf(value)).matches()) {
                    ids.put(String.valueOf(name), String.valueOf(value));
                }
            });
        }
        return ids;
    }
}
