package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** The rows of freezes and of what overrides them, on a real PostgreSQL. It is Friday 20 November 2026, 18:00 UTC. */
@SpringBootTest(classes = WindowDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FreezeTablesIT {

    private static final Instant NOW = ARequest.OPENED;
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final String WHY = "Proposals are due on Monday";

    private final Freezes freezes;
    private final Requests requests;
    private final Records records;
    private final JdbcClient owner;

    @Autowired
    FreezeTablesIT(Freezes freezes, Requests requests, Records records, TableOwner owner) {
        this.freezes = freezes;
        this.requests = requests;
        this.records = records;
        this.owner = owner.sql();
    }

    @Test
    void aFreezeIsReadBackAsItWasSetAndHasAnIdOfItsOwn() {
        FreezeTerms terms =
                new FreezeTerms(NOW, LATER, new FreezeScope(List.of("squash", "efd"), List.of("summit")), WHY);
        Freeze freeze = freezes.set(terms, "ada");

        assertThat(freeze).isEqualTo(new Freeze(freeze.id(), terms, "ada", NOW, Optional.empty()));
        assertThat(freezes.find(freeze.id())).contains(freeze);
        assertThat(freezes.lock(freeze.id())).contains(freeze);
        assertThat(freezes.set(terms, "ada").id()).isNotEqualTo(freeze.id());
    }

    @Test
    void whatWasSetLiftedAndOverriddenIsInTheRecordWithWhoAndWhy() {
        Freeze freeze = set(NOW, LATER);
        RequestId request = opened().id();
        freezes.override(freeze.id(), request, 1, "ben", "It mends the queue itself");
        freezes.lift(freeze.id(), "cyn", "The deadline was put off");

        assertThat(records.of(freeze.id()))
                .containsExactly(
                        entry(
                                freeze.id(),
                                Kind.FREEZE_SET,
                                "ada",
                                "From 20 Nov 2026 18:00 UTC to 23 Nov 2026 18:00 UTC, everything: " + WHY),
                        entry(
                                freeze.id(),
                                Kind.FREEZE_OVERRIDDEN,
                                "ben",
                                "For " + request + ", agreement 1: It mends the queue itself"),
                        entry(freeze.id(), Kind.FREEZE_LIFTED, "cyn", "The deadline was put off"));
    }

    @Test
    void aFreezeIsOverFromItsEndAndNotBefore() {
        FreezeId past = set(NOW.minus(Duration.ofDays(3)), NOW).id();
        FreezeId current = set(NOW, LATER).id();
        FreezeId coming = set(NOW.plusMillis(1), LATER).id();

        assertThat(ids(freezes.notOver(NOW))).contains(current, coming).doesNotContain(past);
        assertThat(ids(freezes.inForce(NOW))).contains(current).doesNotContain(past, coming);
        assertThat(ids(freezes.inForce(LATER.minusMillis(1)))).contains(current, coming);
        assertThat(ids(freezes.over(NOW, 1_000))).contains(past).doesNotContain(current, coming);
        assertThat(ids(freezes.over(LATER, 1_000))).contains(past, current, coming);
    }

    @Test
    void whatIsLiftedIsOverAtOnceAndIsLiftedOnceOnly() {
        Freeze freeze = set(NOW, LATER);

        Freeze lifted =
                freezes.lift(freeze.id(), "cyn", "The deadline was put off").orElseThrow();

        assertThat(lifted.lifted()).contains(new FreezeLift(NOW, "cyn", "The deadline was put off"));
        assertThat(freezes.find(freeze.id())).contains(lifted);
        assertThat(ids(freezes.notOver(NOW))).doesNotContain(freeze.id());
        assertThat(ids(freezes.over(NOW, 1_000))).contains(freeze.id());
        assertThat(freezes.lift(freeze.id(), "dan", "I had not seen that it was"))
                .isEmpty();
        assertThat(freezes.find(freeze.id())).contains(lifted);
        assertThat(records.of(freeze.id())).hasSize(2);
    }

    @Test
    void theLatestThatIsOverComesFirstAndNoMoreThanAreAskedFor() {
        FreezeId early = set(NOW.minusSeconds(9), NOW.minusSeconds(2)).id();
        FreezeId late = set(NOW.minusSeconds(9), NOW.minusSeconds(1)).id();

        assertThat(ids(freezes.over(NOW, 1_000))).containsSubsequence(late, early);
        assertThat(freezes.over(NOW, 1)).hasSize(1);
    }

    @Test
    void anOverrideIsKeptOnceForEachAgreement() {
        Freeze freeze = set(NOW, LATER);
        DeploymentRequest first = opened();
        FreezeOverride one = override(freeze, first);
        DeploymentRequest second = first.retarget(first.agreement(), LATER, first.expiresAt());
        requests.save(second, Kind.RETARGETED, "ada", "");

        assertThat(freezes.override(freeze.id(), first.id(), 1, "cyn", "It mends the queue itself"))
                .isEmpty();
        FreezeOverride other = override(freeze, second);

        assertThat(freezes.overridesOf(first.id())).containsExactlyInAnyOrder(one, other);
        assertThat(freezes.overridesOf(List.of(freeze.id(), set(NOW, LATER).id())))
                .containsExactlyInAnyOrder(one, other);
        assertThat(freezes.overridesOf(List.of())).isEmpty();
        assertThat(freezes.overridesOf(opened().id())).isEmpty();
    }

    @Test
    void whatWasNeverAgreedOrNeverFrozenIsNotOverridden() {
        Freeze freeze = set(NOW, LATER);
        RequestId request = opened().id();

        assertThatThrownBy(() -> freezes.override(freeze.id(), request, 2, "ben", WHY))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> freezes.override(FreezeId.of(999_999_999), request, 1, "ben", WHY))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.freeze set ends_at = ends_at + interval '1 day'",
                "update syncgate.freeze set begins_at = begins_at - interval '1 day'",
                "update syncgate.freeze set services = '{efd}'",
                "update syncgate.freeze set reason = 'Because it is so'",
                "update syncgate.freeze set who = 'dan'",
                "delete from syncgate.freeze",
                "truncate syncgate.freeze cascade",
                "update syncgate.freeze_override set agreement = agreement + 1",
                "delete from syncgate.freeze_override",
                "truncate syncgate.freeze_override"
            })
    void whatWasSetAndOverriddenIsNeverRewritten(String rewriting) {
        Freeze freeze = set(NOW, LATER);
        FreezeOverride override = override(freeze, opened());

        assertThatThrownBy(() -> owner.sql(rewriting).update()).hasMessageContaining("is refused");
        assertThat(freezes.find(freeze.id())).contains(freeze);
        assertThat(freezes.overridesOf(List.of(freeze.id()))).containsExactly(override);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.freeze set lifted_at = null, lifted_by = null, lift_reason = null where id = :id",
                "update syncgate.freeze set lifted_by = 'dan' where id = :id"
            })
    void whatWasLiftedStaysSo(String rewriting) {
        Freeze freeze = set(NOW, LATER);
        Freeze lifted =
                freezes.lift(freeze.id(), "cyn", "The deadline was put off").orElseThrow();

        assertThatThrownBy(() ->
                        owner.sql(rewriting).param("id", freeze.id().number()).update())
                .hasMessageContaining("what was lifted stays so");
        assertThat(freezes.find(freeze.id())).contains(lifted);
    }

    private Freeze set(Instant from, Instant to) {
        return freezes.set(new FreezeTerms(from, to, FreezeScope.EVERYTHING, WHY), "ada");
    }

    private FreezeOverride override(Freeze freeze, DeploymentRequest request) {
        FreezeOverride override = freezes.override(
                        freeze.id(), request.id(), request.agreementNumber(), "ben", "It mends the queue itself")
                .orElseThrow();
        assertThat(override)
                .isEqualTo(new FreezeOverride(
                        freeze.id(), request.id(), request.agreementNumber(), "ben", "It mends the queue itself", NOW));
        return override;
    }

    private DeploymentRequest opened() {
        RequestId id = RequestId.random();
        Agreement agreement = new Agreement(
                new ApplicationId("idfprod", id.text()), List.of("a"), List.of("b"), "{\"path\": \"tap\"}");
        DeploymentRequest like = ARequest.waiting(agreement);
        DeploymentRequest request = DeploymentRequest.opened(
                id, like.wish(), agreement, like.practice(), id.text(), like.openedAt(), like.expiresAt());
        assertThat(requests.open(request)).isEmpty();
        return request;
    }

    private static Entry entry(Subject subject, Kind kind, String who, String why) {
        return new Entry(NOW, subject, Optional.empty(), kind, who, why, List.of());
    }

    private static List<FreezeId> ids(List<Freeze> all) {
        return all.stream().map(Freeze::id).toList();
    }
}
