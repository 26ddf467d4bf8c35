package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncgate.catalog.Service;
import org.syncgate.model.Practice;

/** Puts a service's own channels and stakeholders where the table leaves them to the service. */
final class OwnWords {

    private OwnWords() {}

    /** One sentence where the practice leaves to the service what the service does not have. */
    static Optional<String> missing(Practice practice, Service service) {
        if (practice.channels().contains(Practice.OWN) && service.channels().isEmpty()) {
            return Optional.of(missing(service, "is announced in the service's own channels", "channels"));
        }
        return practice.coordinateWith().contains(Practice.OWN)
                        && service.stakeholders().isEmpty()
                ? Optional.of(missing(service, "is co-ordinated with the service's stakeholders", "stakeholders"))
                : Optional.empty();
    }

    /** The practice without the word that stands for the service's own; nobody is named twice. */
    static Practice filled(Practice practice, Service service) {
        return practice.with(
                filled(practice.channels(), service.channels()),
                filled(practice.coordinateWith(), service.stakeholders()));
    }

    private static String missing(Service service, String what, String property) {
        return "By the practice this " + what + ", and " + service.name() + " has none. Ask an administrator to"
                + " configure syncgate.services[…]." + property + " for it.";
    }

    private static List<String> filled(List<String> words, List<String> own) {
        return words.stream()
                .flatMap(word -> word.equals(Practice.OWN) ? own.stream() : Stream.of(word))
                .distinct()
                .toList();
    }
}
