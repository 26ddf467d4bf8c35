package org.syncgate.process;

import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.ApplicationId;
import org.syncgate.window.ServiceLookup;

/** Tells freezes of the configured services. */
@Component
class CatalogServices implements ServiceLookup {

    private final Catalog catalog;

    CatalogServices(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String of(ApplicationId application) {
        return catalog.service(application).name();
    }

    @Override
    public boolean has(String service) {
        return service.equals(Service.OTHER.name())
                || catalog.services().stream().anyMatch(known -> known.name().equals(service));
    }
}
