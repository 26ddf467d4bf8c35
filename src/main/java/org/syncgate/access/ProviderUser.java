package org.syncgate.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the provider has spoken for, as they stand in the session. */
class ProviderUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String displayName;
    private final @Nullable String address;
    private final Instant toldAt;

    /**
     * Keeps what counts of what the provider said.
     *
     * @param toldAt when it did, by Syncgate's clock
     */
    ProviderUser(
            OidcUser told,
            String id,
            PersonalDetails details,
            Collection<? extends GrantedAuthority> groups,
            Instant toldAt) {
        super(groups, told.getIdToken(), told.getUserInfo());
        this.id = id;
        this.displayName = details.name();
        this.address = details.email().orElse(null);
        this.toldAt = toldAt;
    }

    @Override
    public String getName() {
        return id;
    }

    PersonalDetails details() {
        return new PersonalDetails(displayName, Optional.ofNullable(address));
    }

    Instant toldAt() {
        return toldAt;
    }
}
