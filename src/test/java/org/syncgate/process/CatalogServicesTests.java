package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.ApplicationId;
import org.syncgate.window.AFreeze;

class CatalogServicesTests {

    private static final ApplicationId SASQUATCH = new ApplicationId("summit", "sasquatch");
    private static final Service EFD = new Service("efd", List.of(), List.of(), Optional.empty());

    private final Catalog catalog = mock(Catalog.class);
    private final CatalogServices services = new CatalogServices(catalog);

    @Test
    void aServiceIsKnownAsLongAsItIsConfiguredAndOtherAlways() {
        when(catalog.services()).thenReturn(List.of(EFD));

        assertThat(services.has("efd")).isTrue();
        assertThat(services.has("other")).isTrue();
        assertThat(services.has("rsp")).isFalse();
    }

    @Test
    void anotherConfigurationLiftsNoFreeze() {
        when(catalog.service(SASQUATCH)).thenReturn(EFD);
        when(catalog.services()).thenReturn(List.of(EFD));

        assertThat(AFreeze.services("efd").covers(SASQUATCH, services)).isTrue();
        assertThat(AFreeze.services("other").covers(SASQUATCH, services)).isFalse();
        assertThat(AFreeze.services("efd-of-old").covers(SASQUATCH, services)).isTrue();
    }
}
