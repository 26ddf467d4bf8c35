package org.syncgate.journey;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hostile client tries its hand on.
 *
 * @param ids the id of a thing of each kind, by the segment of a path that comes before it
 * @param secrets words that only those may read whom they concern
 */
record Things(Map<String, String> ids, List<String> secrets) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^{}]*(?:\\{[^}]*}[^{}]*)*}");

    /** Things that are not there, all with the same id. */
    static Things of(String id) {
        return new Things(Map.of("", id), List.of());
    }

    /** A route with ids of real things in place of its parameters. */
    String in(String template) {
        StringBuilder path = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int from = 0;
        while (parameter.find()) {
            path.append(template, from, parameter.start());
            path.append(id(path.toString(), parameter.group(1)));
            from = parameter.end();
        }
        return path.append(template.substring(from)).toString();
    }

    private String id(String before, String name) {
        String[] segments = before.split("/");
        String kind = segments.length == 0 ? "" : segments[segments.length - 1];
        return name.toLowerCase().contains("engine") || kind.equals("engine")
                ? "default"
                : ids.getOrDefault(kind, ids.getOrDefault(name, ids.getOrDefault("", "x")));
    }

    /** The path with each of the things as a star, as the table has it. */
    String out(String path) {
        String starred = path;
        for (String id : ids.values()) {
            starred = starred.replace("/" + id, "/*");
        }
        return starred;
    }

    boolean areThere() {
        return !secrets.isEmpty();
    }

    boolean areIn(String body) {
        return secrets.stream().anyMatch(body::contains);
    }
}
