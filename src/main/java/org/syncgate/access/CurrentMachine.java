package org.syncgate.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which machine is behind the call that the current thread serves. */
@Component
public class CurrentMachine {

    CurrentMachine() {}

    /** The machine whose token was shown; empty for people, for anonymous calls and in jobs. */
    public Optional<Machine> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof MachineAuthentication shown
                ? Optional.of(shown.machine())
                : Optional.empty();
    }
}
