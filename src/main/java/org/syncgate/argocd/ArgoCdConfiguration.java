package org.syncgate.argocd;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.syncgate.catalog.Catalog;

/** Puts the port together. */
@Configuration(proxyBeanMethods = false)
class ArgoCdConfiguration {

    @Bean
    FabricArgoCd argoCd(Catalog catalog, ApplicationEventPublisher events, Clock clock) {
        return new FabricArgoCd(catalog, events, clock, Timing.USUAL);
    }
}
