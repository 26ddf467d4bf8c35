package org.syncgate.catalog;

import java.util.List;
import org.springframework.validation.Errors;
import org.syncgate.catalog.CatalogProperties.OneService;

/** What has to be true of the configured services. Their names are the edition's own, so only their form is checked. */
final class ServiceChecks {

    private final Faults faults;
    private final FactorsChecks factors;

    ServiceChecks(Errors errors) {
        faults = new Faults(errors);
        factors = new FactorsChecks(faults);
    }

    void check(List<OneService> services) {
        for (int i = 0; i < services.size(); i++) {
            check("services[" + i + "]", services.get(i));
        }
    }

    private void check(String property, OneService service) {
        String name = service.name();
        faults.addUnlessWord(property + ".name", name, "write the row of the practice's chart, like science-platform");
        if (name.equals(Service.OTHER.name())) {
            faults.add(property + ".name", "'other' stands for what no service names; choose another name");
        }
        if (!name.isBlank()) {
            faults.addIfTaken(property + ".name", name, "'" + name + "' is already the name of");
        }
        checkPatterns(property + ".applications", service.applications());
        checkPatterns(property + ".clusters", service.clusters());
        checkPatterns(property + ".deployments", service.deployments());
        if (service.applications().isEmpty()
                && service.clusters().isEmpty()
                && service.deployments().isEmpty()) {
            faults.add(
                    property + ".applications",
                    "is missing, and so are clusters and deployments; write \"*\" for a service that is everything");
        }
        faults.addUnlessChannels(property + ".channels", service.channels());
        faults.addUnlessGroups(property + ".stakeholders", service.stakeholders());
        factors.check(property + ".factors", service.factors());
    }

    private void checkPatterns(String property, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            if (!NamePattern.wellFormed(patterns.get(i))) {
                faults.add(
                        property + "[" + i + "]",
                        "'" + patterns.get(i)
                                + "' is no pattern: use lower-case letters, digits, hyphens, dots, and * for"
                                + " anything");
            }
        }
    }
}
