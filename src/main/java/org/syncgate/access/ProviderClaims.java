package org.syncgate.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a provider says of somebody. A claim that is missing, or is of another type than it ought to be, says
 * nothing: no id, no name, no group.
 */
class ProviderClaims {

    /** What can be kept, and be part of an address, as it is. Case counts. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@|:=+-]{0,127}");

    private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u2028\\u2029]{1,100}");

    private final SignInProperties properties;

    ProviderClaims(SignInProperties properties) {
        this.properties = properties;
    }

    /** Who it is; empty where it is nothing that can be kept. */
    Optional<String> id(Map<String, Object> claims) {
        return text(claims.get(properties.userNameClaim()))
                .filter(id -> ID.matcher(id).matches() && !RecordNames.have(id));
    }

    /** What others read. */
    Optional<String> name(Map<String, Object> claims) {
        return text(claims.get(properties.nameClaim())).filter(name -> isWords(name) && !RecordNames.have(name));
    }

    Optional<String> email(Map<String, Object> claims) {
        return text(claims.get(properties.emailClaim())).filter(ProviderClaims::isWords);
    }

    /** The groups of ours that they are in; those of the provider that stand for none of ours count for nothing. */
    Set<String> groups(Map<String, Object> claims) {
        Set<String> theirs = texts(find(claims, properties.groupsClaim())).collect(Collectors.toSet());
        Set<String> ours = new TreeSet<>();
        properties.groups().forEach((group, names) -> {
            if (names.stream().anyMatch(theirs::contains)) {
                ours.add(group);
            }
        });
        return ours;
    }

    /** A claim of just this name comes first: some providers name claims by addresses, which have dots. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> within
                ? find(within, path.substring(dot + 1))
                : null;
    }

    private static Stream<String> texts(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static boolean isWords(String text) {
        return WORDS.matcher(text).matches();
    }
}
