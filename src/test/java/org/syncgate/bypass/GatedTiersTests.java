package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

class GatedTiersTests {

    @Test
    void whereNobodyConfiguresThemTheyAreIntAndProd() {
        assertThat(bound(Map.of()).gatedTiers()).containsExactly("int", "prod");
        assertThat(bound(Map.of()).contain(new Cluster("summit", "telescope", Tier.PROD)))
                .isTrue();
        assertThat(bound(Map.of()).contain(new Cluster("idfdev", "science", Tier.DEV)))
                .isFalse();
    }

    @Test
    void whatSomebodyConfiguresIsTakenAndMayBeNone() {
        assertThat(bound(Map.of("syncgate.gated-tiers", "dev,prod")).gatedTiers())
                .containsExactly("dev", "prod");
        assertThat(bound(Map.of("syncgate.gated-tiers", "")).gatedTiers()).isEmpty();
    }

    @Test
    void aTierThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("syncgate.gated-tiers", "prod,production")))
                .rootCause()
                .hasMessage("syncgate.gated-tiers has 'production', which is none of bleed, dev, int, prod");
    }

    private static GatedTiers bound(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("syncgate", GatedTiers.class);
    }
}
