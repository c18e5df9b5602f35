package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of an API by method and path; a star in a path stands for one segment. */
public final class Routes {
    /** A request at its operation: its parameters, and the segment that stood for the star. */
    public record Hit(SandboxRequest request, Params params, String star) {}

    record Route(String method, List<String> path, Set<String> params, Function<Hit, Reply> answer) {}

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    public Routes get(String path, Set<String> params, Function<Hit, Reply> answer) {
        return add("GET", path, params, answer);
    }

    public Routes add(String method, String path, Set<String> params, Function<Hit, Reply> answer) {
        routes.add(new Route(method, List.of(path.split("/", -1)), params, answer));
        return this;
    }

    /** Answers the request, or refuses it with 404 or 405. */
    public Reply answer(SandboxRequest request, Params params, boolean strict) {
        List<String> path = List.of(request.path().split("/", -1));
        boolean otherMethod = false;
        for (Route route : routes) {
            if (matches(route.path(), path)) {
                if (route.method().equals(request.method())) {
                    if (strict) {
                        params.only(route.params());
                    }
                    return route.answer().apply(new Hit(request, params, star(route.path(), path)));
                }
                otherMethod = true;
            }
        }
        throw otherMethod ? new Refusal(405, "Method Not Allowed") : new Refusal(404, "Not Found");
    }

    /** The methods of the operations at this path, as an {@code Allow} header has them. */
    public String allowed(String path) {
        List<String> segments = List.of(path.split("/", -1));
        return routes.stream()
                .filter(route -> matches(route.path(), segments))
                .map(Route::method)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether a path that starts with this is an operation's. */
    public boolean canStartWith(String pathPrefix) {
        List<String> prefix = List.of(pathPrefix.split("/", -1));
        return routes.stream().anyMatch(route -> startsWith(route.path(), prefix));
    }

    /** Every operation: its method and its path. */
    public Set<String> operations() {
        return routes.stream()
                .map(route -> route.method() + " " + String.join("/", route.path()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths of all operations. */
    public List<String> paths() {
        return routes.stream()
                .map(route -> String.join("/", route.path()))
                .distinct()
                .toList();
    }

    private static boolean startsWith(List<String> pattern, List<String> prefix) {
        int last = prefix.size() - 1;
        return prefix.size() <= pattern.size()
                && matches(pattern.subList(0, last), prefix.subList(0, last))
                && (pattern.get(last).equals("*") || pattern.get(last).startsWith(prefix.get(last)));
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!pattern.get(i).equals("*") && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String star(List<String> pattern, List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals("*")) {
                return path.get(i);
            }
        }
        return "";
    }
}
