package org.syncgate.process;

import java.util.Set;
import org.syncgate.model.Path;

/**
 * The paths that this version can walk: those whose process is among its models.
 *
 * @param paths never empty in a running application
 */
record WalkablePaths(Set<Path> paths) {

    WalkablePaths {
        paths = Set.copyOf(paths);
    }

    boolean has(Path path) {
        return paths.contains(path);
    }

    /** The id of the process that walks a path. */
    static String process(Path path) {
        return "path-" + path.text();
    }
}
