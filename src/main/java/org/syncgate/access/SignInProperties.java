package org.syncgate.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.syncgate.model.Groups;

/**
 * The OpenID provider that people sign in with, {@code syncgate.sign-in}. Without effect in profile {@code local}. Any
 * part may be missing: {@link #faults} tells, and the start is refused by them.
 *
 * @param issuerUri what the provider calls itself, letter by letter; empty where no sign-in is configured
 * @param clientId what the provider calls Syncgate
 * @param clientSecret by which Syncgate proves that it is that
 * @param scopes what is asked for; {@code openid} always is
 * @param userNameClaim which claim is a person's id, never another's and never changed
 * @param nameClaim which claim others read; the id where it is missing
 * @param emailClaim which claim is their address; may be missing
 * @param groupsClaim which claim tells their groups; dots lead into claims within claims
 * @param groups each of our groups, with what the provider calls those who are in it
 * @param groupsValidFor how long what the provider said of somebody counts until it is asked again
 */
@ConfigurationProperties(SignInProperties.PREFIX)
record SignInProperties(
        @DefaultValue("") String issuerUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("sub") String userNameClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("email") String emailClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, List<String>> groups,
        @DefaultValue("1h") Duration groupsValidFor) {

    static final String PREFIX = "syncgate.sign-in";

    private static final Duration LEAST = Duration.ofMinutes(1);

    SignInProperties {
        Set<String> asked = new LinkedHashSet<>(List.of("openid"));
        asked.addAll(scopes);
        scopes = List.copyOf(asked);
        groups = Map.copyOf(groups);
    }

    /** What is wrong, each in a sentence that begins with the property; empty where nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        addUnlessAddress(faults);
        addIfBlank(faults, "client-id", clientId, "write what the provider calls Syncgate");
        addIfBlank(faults, "client-secret", clientSecret, "write the secret that the provider gave Syncgate");
        addIfBlank(faults, "user-name-claim", userNameClaim, "write which claim is a person's id, like sub");
        addIfBlank(faults, "name-claim", nameClaim, "write which claim others read, like name");
        addIfBlank(faults, "email-claim", emailClaim, "write which claim is the address, like email");
        addIfBlank(faults, "groups-claim", groupsClaim, "write which claim tells the groups, like groups");
        addUnlessGroups(faults);
        if (groupsValidFor.compareTo(LEAST) < 0) {
            faults.add(PREFIX + ".groups-valid-for has to be at least a minute, but is " + groupsValidFor + ".");
        }
        return faults;
    }

    private void addUnlessAddress(List<String> faults) {
        addIfBlank(faults, "issuer-uri", issuerUri, "write the address that the provider calls itself");
        if (!issuerUri.isBlank() && !GuardedAddress.isIssuer(issuerUri)) {
            faults.add(PREFIX + ".issuer-uri is '" + issuerUri
                    + "': write the provider's address, like https://id.example.org/realms/observatory; http only on"
                    + " this machine.");
        }
    }

    private void addUnlessGroups(List<String> faults) {
        if (groups.isEmpty()) {
            faults.add(PREFIX + ".groups is missing, and nobody would get in: write for each of our groups what the"
                    + " provider calls it, like " + PREFIX + ".groups.developers[0]=staff.");
        }
        groups.forEach((ours, theirs) -> {
            if (!Groups.ALL.contains(ours)) {
                faults.add(PREFIX + ".groups." + ours + " is no group that Syncgate knows: write one of "
                        + String.join(", ", Groups.ALL) + ".");
            }
            if (theirs.isEmpty() || theirs.stream().anyMatch(String::isBlank)) {
                faults.add(PREFIX + ".groups." + ours + " names nobody: write what the provider calls this group.");
            }
        });
    }

    private static void addIfBlank(List<String> faults, String property, String text, String what) {
        if (text.isBlank()) {
            faults.add(PREFIX + "." + property + " is missing: " + what + ".");
        }
    }

    /** Without the secret, which would otherwise stand in a log some day. */
    @Override
    public String toString() {
        return "SignInProperties[" + issuerUri + " as " + clientId + "]";
    }
}
