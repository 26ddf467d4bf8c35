package org.syncgate.bypass;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

/**
 * The tiers in which what goes past the gate is announced and asked about; in the others it is recorded only.
 *
 * @param gatedTiers the words for them; none where nobody is to be asked anywhere
 */
@ConfigurationProperties("syncgate")
record GatedTiers(@DefaultValue({"int", "prod"}) List<String> gatedTiers) {

    GatedTiers {
        gatedTiers.stream().filter(text -> Tier.of(text).isEmpty()).findFirst().ifPresent(text -> {
            throw new IllegalArgumentException("syncgate.gated-tiers has '" + text + "', which is none of "
                    + Arrays.stream(Tier.values()).map(Tier::text).collect(Collectors.joining(", ")));
        });
        gatedTiers = List.copyOf(gatedTiers);
    }

    boolean contain(Cluster cluster) {
        return gatedTiers.contains(cluster.tier().text());
    }
}
