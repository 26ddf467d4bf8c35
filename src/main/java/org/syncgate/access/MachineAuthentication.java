package org.syncgate.access;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A machine that has shown a good token. It is no person and in no group: what it may do is what its scopes say, and
 * only under {@code /api}.
 */
class MachineAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private static final String SCOPE = "SCOPE_";

    private final transient Machine machine;

    MachineAuthentication(Machine machine, Collection<String> scopes) {
        super(AuthorityUtils.createAuthorityList(
                scopes.stream().map(MachineAuthentication::authority).toList()));
        this.machine = machine;
        setAuthenticated(true);
    }

    /** The authority that stands for a scope. */
    static String authority(String scope) {
        return SCOPE + scope;
    }

    Machine machine() {
        return machine;
    }

    @Override
    public Object getPrincipal() {
        return machine;
    }

    @Override
    public String getName() {
        return machine.who();
    }

    /** The token is worth something to others, and nobody needs it any more. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
