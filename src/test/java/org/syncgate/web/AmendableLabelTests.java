package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncgate.access.Person;
import org.syncgate.process.Amendable;
import org.syncgate.process.AmendableRequest;
import org.syncgate.request.DeploymentRequest;

class AmendableLabelTests {

    private static final Person REQUESTER = new Person("ada", "Ada", Optional.empty(), Set.of());
    private static final Person ADMIN = new Person("root", "Root", Optional.empty(), Set.of("syncgate-admins"));

    private static final String NEWER = "77ab012ab628a960aaef81d7b2d4521929579f35";

    @Test
    void whatIsAgreedIsNamed() {
        assertThat(label(APageRequest.waiting(), Optional.empty(), REQUESTER))
                .isEqualTo("idfprod/gafaelfawr, agreed 9f31b20");
    }

    @Test
    void soIsWhatIsPendingNow() {
        assertThat(label(APageRequest.waiting(), Optional.of(List.of(NEWER)), REQUESTER))
                .isEqualTo("idfprod/gafaelfawr, agreed 9f31b20 (pending now: 77ab012)");
    }

    @Test
    void aVoidAgreementIsCalledThat() {
        assertThat(label(APageRequest.waiting().voided("Its source has been changed."), Optional.empty(), REQUESTER))
                .isEqualTo("idfprod/gafaelfawr, agreement on 9f31b20 void");
    }

    @Test
    void othersRequestsSayWhose() {
        assertThat(label(APageRequest.waiting(), Optional.empty(), ADMIN))
                .isEqualTo("idfprod/gafaelfawr, agreed 9f31b20, asked by Ada");
    }

    private static String label(DeploymentRequest request, Optional<List<String>> pending, Person reader) {
        return AmendableLabel.of(
                new AmendableRequest(new Amendable(request.id(), pending), request), reader, Map.of("ada", "Ada"));
    }
}
