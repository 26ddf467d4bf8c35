package org.syncgate.journey;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way into the running application, asked from itself: the webapps' calls, our pages, and what is served as a file. */
final class Routes {

    private static final String APPLICATION = "jakarta.ws.rs.Application";
    private static final int DEEPEST = 12;

    private final Map<String, Set<String>> offers = new TreeMap<>();

    private Routes() {}

    /** The path templates of all of them, with the verbs that each offers. */
    static Map<String, Set<String>> of(ServletContext servlets, RequestMappingHandlerMapping pages) {
        Routes routes = new Routes();
        servlets.getServletRegistrations().values().stream()
                .filter(servlet -> servlet.getInitParameter(APPLICATION) != null)
                .forEach(routes::addAll);
        pages.getHandlerMethods().keySet().forEach(routes::addPage);
        routes.addFiles();
        return routes.offers;
    }

    private void addAll(ServletRegistration servlet) {
        String mapping = servlet.getMappings().iterator().next().replaceAll("/\\*$", "");
        for (Class<?> root : classes(servlet.getInitParameter(APPLICATION))) {
            offer(mapping.replace("/api/", "/app/") + "/default/", "GET");
            if (root.isAnnotationPresent(Path.class)) {
                Resource resource = Resource.from(root);
                walk(join(mapping, resource.getPath()), resource, 0);
            }
        }
    }

    private static Collection<Class<?>> classes(String application) {
        try {
            return ((Application)
                            Class.forName(application).getDeclaredConstructor().newInstance())
                    .getClasses();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(application, e);
        }
    }

    /** What a resource offers under its path, which of one that a locator finds is the locator's. */
    private void walk(String path, Resource resource, int depth) {
        resource.getResourceMethods().forEach(method -> offer(path, method.getHttpMethod()));
        ResourceMethod locator = resource.getResourceLocator();
        if (locator != null && depth < DEEPEST) {
            Resource found = Resource.from(locator.getInvocable().getRawResponseType());
            if (found != null) {
                walk(path, found, depth + 1);
            }
        }
        resource.getChildResources().forEach(child -> walk(join(path, child.getPath()), child, depth + 1));
    }

    private static String join(String prefix, String path) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return prefix;
        }
        return prefix + (path.startsWith("/") ? "" : "/") + path;
    }

    private void addFiles() {
        List<String> places = List.of("classpath*:/static/**", "classpath*:/META-INF/resources/**");
        List<String> found = new ArrayList<>();
        for (String place : places) {
            try {
                for (var file : new PathMatchingResourcePatternResolver().getResources(place)) {
                    found.add(file.getURL().getPath());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Set<String> kinds = new HashSet<>();
        found.stream()
                .map(file -> file.replaceFirst(".*/(static|META-INF/resources)/", "/"))
                .filter(file -> file.matches(".*\\.(html|js|json|css|ico|svg)"))
                // one of each kind in a folder stands for all
                .filter(file -> kinds.add(file.replaceAll("[^/]*\\.", "")))
                .forEach(file -> offer(file, "GET"));
    }

    private void addPage(RequestMappingInfo page) {
        Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
        page.getPatternValues()
                .forEach(path -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                        .forEach(method -> offer(path, method.name())));
    }

    private void offer(String path, String verb) {
        offers.computeIfAbsent(path, any -> new TreeSet<>()).add(verb);
    }
}
