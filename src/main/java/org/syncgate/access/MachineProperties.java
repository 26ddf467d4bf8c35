package org.syncgate.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which machines may ask for deployments, {@code syncgate.machines}; {@link Machines} checks it.
 *
 * @param issuerUri who issues their tokens, exactly as the tokens have it; empty where no machine may ask
 * @param audience whom a token has to be meant for
 * @param clientIdClaim the claim of a token that tells which client it was issued to
 * @param ownerValidFor how long after their owner's last sign-in machines may ask
 * @param clients the machines
 */
@ConfigurationProperties(MachineProperties.PREFIX)
record MachineProperties(
        @DefaultValue("") String issuerUri,
        @DefaultValue("syncgate") String audience,
        @DefaultValue("azp") String clientIdClaim,
        @DefaultValue("30d") Duration ownerValidFor,
        @DefaultValue List<Client> clients) {

    static final String PREFIX = "syncgate.machines";
    static final String ISSUER_URI = PREFIX + ".issuer-uri";
    static final String CLIENTS = PREFIX + ".clients";

    MachineProperties {
        clients = List.copyOf(clients);
    }

    /**
     * One machine.
     *
     * @param clientId what its issuer calls it
     * @param owner the id of a person
     * @param applications patterns; may be empty
     */
    record Client(
            @DefaultValue("") String clientId,
            @DefaultValue("") String owner,
            @DefaultValue List<String> applications) {}
}
