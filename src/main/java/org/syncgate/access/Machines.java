package org.syncgate.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.syncgate.access.MachineProperties.Client;
import org.syncgate.start.StartRefused;

/** The configured machines; a configuration that cannot be meant refuses the start. */
@Component
class Machines {

    private static final Pattern CLIENT = Pattern.compile("[!-~]{1,200}");
    private static final Pattern APPLICATIONS = Pattern.compile("[-a-z0-9.*]+/[-a-z0-9.*]+");

    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Map<String, Machine> byClient = new LinkedHashMap<>();
    private final boolean off;

    Machines(MachineProperties properties) {
        off = properties.issuerUri().isBlank();
        if (!off) {
            // keys that come over plain HTTP could be anybody's
            if (!GuardedAddress.isIssuer(properties.issuerUri())) {
                throw badIssuer(properties.issuerUri());
            }
        } else if (!properties.clients().isEmpty()) {
            throw refusal(
                    MachineProperties.ISSUER_URI,
                    "is not set, although " + MachineProperties.CLIENTS + " names machines",
                    "Set it to the issuer of their tokens, or leave the machines out.");
        }
        checkText(".audience", properties.audience(), "for whom their tokens are, for instance syncgate");
        checkText(".client-id-claim", properties.clientIdClaim(), "the claim that names the client, for instance azp");
        if (properties.ownerValidFor().compareTo(LEAST) < 0) {
            throw refusal(
                    MachineProperties.PREFIX + ".owner-valid-for",
                    "is " + properties.ownerValidFor(),
                    "Write how long after their owner's last sign-in machines may ask, a minute at least, like 30d.");
        }
        for (int index = 0; index < properties.clients().size(); index++) {
            add(
                    MachineProperties.CLIENTS + "[" + index + "]",
                    properties.clients().get(index));
        }
    }

    /** Whether no machine may ask, because nobody is known who issues tokens. */
    boolean areOff() {
        return off;
    }

    /** The machine of this client id; empty where none is configured. */
    Optional<Machine> find(String clientId) {
        return Optional.ofNullable(byClient.get(clientId));
    }

    private void add(String property, Client client) {
        if (!CLIENT.matcher(client.clientId()).matches()) {
            throw refusal(
                    property + ".client-id",
                    "is '" + client.clientId() + "'",
                    "Write what the issuer calls the client, without spaces.");
        }
        if (client.owner().isBlank()) {
            throw refusal(
                    property + ".owner",
                    "is missing",
                    "Write the id of the person who answers for " + client.clientId() + ".");
        }
        for (int index = 0; index < client.applications().size(); index++) {
            if (!APPLICATIONS.matcher(client.applications().get(index)).matches()) {
                throw refusal(
                        property + ".applications[" + index + "]",
                        "is '" + client.applications().get(index) + "'",
                        "Write cluster/name, with * for anything, like \"idfdev/*\".");
            }
        }
        Machine machine = new Machine(client.clientId(), client.owner(), client.applications());
        if (byClient.putIfAbsent(client.clientId(), machine) != null) {
            throw refusal(
                    property + ".client-id",
                    "is '" + client.clientId() + "', which another client has already",
                    "Name each once.");
        }
    }

    private static StartRefused badIssuer(String issuer) {
        return refusal(
                MachineProperties.ISSUER_URI,
                "is '" + issuer + "'",
                "Write the issuer as its tokens have it, like https://sso.example.org/realms/observatory: an https"
                        + " address, or an http one of this machine.");
    }

    private static void checkText(String name, String text, String what) {
        if (text.isBlank()) {
            throw refusal(MachineProperties.PREFIX + name, "is empty", "Write " + what + ", or leave it out.");
        }
    }

    private static StartRefused refusal(String property, String what, String action) {
        return new StartRefused(property + " " + what + ".", action);
    }
}
