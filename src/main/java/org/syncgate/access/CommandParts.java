package org.syncgate.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/** What an engine's command was made with. The engine's commands tell nobody; a field that is gone fails the command. */
final class CommandParts {

    private CommandParts() {}

    static @Nullable Object field(Object command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
