package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.argocd.ApplicationReading;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.catalog.Catalog;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.RequestId;
import org.syncgate.model.Tier;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** What is kept of what went past the gate, on a real PostgreSQL. Each test has an application of its own in idfprod. */
@SpringBootTest(classes = LookoutIT.Tables.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class LookoutIT {

    private static final String ONE = "2026-11-20T18:00:00Z";
    private static final String TWO = "2026-11-20T18:05:00Z";
    private static final String THREE = "2026-11-20T18:10:00Z";
    private static final String PART = "{revision: '" + AnApp.NEW + "', resources: [{kind: 'Job'}]}";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** It is no {@code @Configuration}, so that scanning the test classes does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan(basePackageClasses = {Requests.class, Records.class})
    @Import({
        EmbeddedDatabase.class,
        Lookout.class,
        Logbook.class,
        Baselines.class,
        SeenBypasses.class,
        JdbcBypasses.class,
        OwnSyncs.class,
        Told.class
    })
    static class Tables {

        @Bean
        Clock clock() {
            return Clock.fixed(ARequest.OPENED, ZoneOffset.UTC);
        }

        @Bean
        ArgoCd argoCd() {
            return mock(ArgoCd.class);
        }

        @Bean
        Catalog catalog() {
            return mock(Catalog.class);
        }

        @Bean
        GatedTiers gatedTiers() {
            return new GatedTiers(List.of("prod"));
        }
    }

    /** Who would tell people of it. */
    static class Told {

        final List<Bypass> bypasses = new CopyOnWriteArrayList<>();
        Optional<RuntimeException> fault = Optional.empty();

        @EventListener
        void on(BypassSeen event) {
            fault.ifPresent(failure -> {
                throw failure;
            });
            bypasses.add(event.bypass());
        }
    }

    private final Lookout lookout;
    private final Bypasses bypasses;
    private final Requests requests;
    private final Records records;
    private final ArgoCd argoCd;
    private final Catalog catalog;
    private final Told told;
    private final TableOwner owner;
    private final TransactionTemplate transaction;

    private ApplicationId id = named("idfprod");
    private AnApp app = new AnApp(id);

    @Autowired
    LookoutIT(
            Lookout lookout,
            Bypasses bypasses,
            Requests requests,
            Records records,
            ArgoCd argoCd,
            Catalog catalog,
            Told told,
            TableOwner owner,
            TransactionTemplate transaction) {
        this.lookout = lookout;
        this.bypasses = bypasses;
        this.requests = requests;
        this.records = records;
        this.argoCd = argoCd;
        this.catalog = catalog;
        this.told = told;
        this.owner = owner;
        this.transaction = transaction;
    }

    @BeforeEach
    void twoClustersAnswer() {
        for (Cluster cluster :
                List.of(new Cluster("idfprod", "science", Tier.PROD), new Cluster("idfdev", "science", Tier.DEV))) {
            when(catalog.cluster(cluster.name())).thenReturn(Optional.of(cluster));
            when(argoCd.cluster(cluster.name()))
                    .thenReturn(Optional.of(new ClusterStatus(cluster, new ClusterStatus.Reachable())));
        }
        told.fault = Optional.empty();
        told.bypasses.clear();
    }

    @Test
    void whatHappenedBeforeItWasEverSeenIsNotPastTheGate() {
        app.asks("jsick").begins(ONE).succeeds();

        look();

        assertThat(kept()).isEmpty();
    }

    @Test
    void aSyncThatIsAskedForBeginsAndComesIntoTheHistoryIsKeptOnce() {
        look();
        app.asks("jsick");
        look();
        app.begins(ONE);
        look();
        app.succeeds();
        look();

        assertThat(kept()).singleElement().satisfies(bypass -> {
            assertThat(bypass.what()).isEqualTo(What.SYNC);
            assertThat(bypass.by()).isEqualTo("jsick");
            assertThat(bypass.words()).isEqualTo("Argo CD was asked by jsick to sync it to bbbbbbb.");
            assertThat(bypass.revisions()).containsExactly(AnApp.NEW);
            assertThat(bypass.seenAt()).isEqualTo(ARequest.OPENED);
            assertThat(bypass.waits()).isTrue();
            assertThat(records.of(bypass.id()))
                    .containsExactly(new Entry(
                            ARequest.OPENED,
                            bypass.id(),
                            Optional.of(id),
                            Kind.BYPASS_SEEN,
                            "Argo CD: jsick",
                            bypass.words(),
                            List.of(AnApp.NEW)));
        });
        assertThat(told.bypasses).isEqualTo(kept());
    }

    @Test
    void whatIsWithdrawnBeforeItBeginsIsKeptAndTheNextOfTheSameHandIsAnother() {
        look();
        app.asks("jsick");
        look();
        app.withdraws();
        look();
        app.asks("jsick").begins(ONE);
        look();

        assertThat(kept()).hasSize(2);
    }

    @Test
    void everySyncOfAPersonIsOneAndIsAskedAboutAlone() {
        look();
        app.asks("jsick").begins(ONE).succeeds();
        look();
        app.asks("jsick").begins(TWO).ends("Failed");
        look();
        app.asks("afausti", "{revision: '" + AnApp.OLD + "', resources: [{kind: 'Job'}]}")
                .begins(THREE)
                .ends("Succeeded");
        look();

        assertThat(kept()).extracting(Bypass::by).containsExactly("jsick", "jsick", "afausti");
        assertThat(kept()).allMatch(Bypass::isAskedAlone);
    }

    @Test
    void whatHappenedWhileNobodyWatchedIsSeenInTheHistoryAtTheNextLook() {
        look();
        app.entry(ONE, "{username: 'jsick'}", AnApp.OLD).entry(TWO, "{username: 'afausti'}", AnApp.NEW);

        look();
        look();

        assertThat(kept()).extracting(Bypass::by).containsExactly("jsick", "afausti");
        assertThat(lookout.glances()).containsEntry(id, Glance.of(app.live()));
    }

    @Test
    void severalInstancesThatSeeItAtOnceKeepItOnce() {
        look();
        LiveApplication asked = app.asks("jsick").live();
        LiveApplication running = app.begins(ONE).live();
        LiveApplication done = app.succeeds().live();
        reads(done);

        // each in a transaction of its own, as two instances would be, and not in the order in which it happened
        CompletableFuture.allOf(IntStream.range(0, 12)
                        .mapToObj(number -> List.of(done, asked, running).get(number % 3))
                        .map(seen -> CompletableFuture.runAsync(() -> lookout.look(Watched.of(seen))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(kept()).hasSize(1);
        assertThat(told.bypasses).hasSize(1);
    }

    @Test
    void severalInstancesThatSeeItFirstAtOnceKeepWhatAutoSyncMeansOnce() {
        LiveApplication on = app.autoSync("{}").live();
        reads(on);

        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> lookout.look(Watched.of(on))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(kept()).extracting(Bypass::what).containsExactly(What.AUTO_SYNC);
        assertThat(kept().get(0).words()).startsWith("Auto-sync is on: ");
    }

    @Test
    void anOldLookAtWhatIsOverByNowKeepsNothing() {
        look();
        LiveApplication on = app.autoSync("{}").live();
        reads(app.autoSyncOff().live());

        // so that the next switching on is news to whoever asked for the look
        assertThat(lookout.look(Watched.of(on))).isEqualTo(new Look.Done(Glance.of(app.live())));
        assertThat(kept()).isEmpty();
    }

    @Test
    void eachSwitchingOnIsOneAndWhatAutoSyncDoesMeanwhileIsAskedAboutWithIt() {
        look();
        app.autoSync("{}");
        look();
        app.asksItself().begins(ONE).succeeds();
        look();
        app.autoSyncOff();
        look();
        app.autoSync("{prune: true}");
        look();

        assertThat(kept()).extracting(Bypass::what).containsExactly(What.AUTO_SYNC, What.SYNC, What.AUTO_SYNC);
        Bypass on = kept().get(0);
        Bypass sync = kept().get(1);
        assertThat(sync.askedWith()).contains(on.id());
        assertThat(bypasses.explain(on.id(), "rita", "Needed for the night run"))
                .extracting(Bypass::id)
                .containsExactly(on.id(), sync.id());
        assertThat(bypasses.explain(on.id(), "rob", "Needed for another reason"))
                .isEmpty();
        assertThat(records.of(sync.id()))
                .extracting(Entry::kind)
                .containsExactly(Kind.BYPASS_SEEN, Kind.BYPASS_EXPLAINED);
        assertThat(kept().get(2).waits()).isTrue();
    }

    @Test
    void whatAutoSyncDoesAfterTheExplanationIsAskedAboutAgain() {
        look();
        app.autoSync("{}");
        look();
        bypasses.explain(kept().get(0).id(), "rita", "Needed for the night run");
        app.asksItself().begins(ONE).succeeds();
        look();

        assertThat(kept().get(1).isAskedAlone()).isTrue();
    }

    @Test
    void aSyncThatIsFirstSeenTogetherWithItsAutoSyncIsAskedAboutWithIt() {
        look();
        app.autoSync("{}").asksItself().begins(ONE);
        look();

        assertThat(kept()).extracting(Bypass::what).containsExactly(What.AUTO_SYNC, What.SYNC);
        assertThat(kept().get(1).askedWith()).contains(kept().get(0).id());
    }

    @Test
    void whoSaysToBeAutoSyncWhereThatIsOffIsAskedAboutAlone() {
        look();
        app.autoSync("{}");
        look();
        app.autoSyncOff().asksItself().begins(ONE);
        look();

        assertThat(kept()).allMatch(Bypass::isAskedAlone).hasSize(2);
    }

    @Test
    void inTheOtherTiersASyncIsKeptAndNobodyIsAsked() {
        id = named("idfdev");
        app = new AnApp(id);
        look();
        app.autoSync("{}");
        look();
        app.asksItself().begins(ONE).succeeds();
        look();

        assertThat(kept()).singleElement().satisfies(bypass -> {
            assertThat(bypass.what()).isEqualTo(What.SYNC);
            assertThat(bypass.asked()).isFalse();
        });
    }

    @Test
    void aDryRunIsKeptAndNobodyIsAsked() {
        look();
        app.asks("jsick", "{dryRun: true}").begins(ONE).ends("Succeeded");
        look();

        assertThat(kept()).singleElement().matches(bypass -> !bypass.asked());
    }

    @Test
    void whatPretendedToBeADryRunWhileItWasAskedForIsAskedAboutOnceItBegins() {
        look();
        app.asks("jsick", "{dryRun: true}");
        look();
        app.asks("jsick").begins(ONE);
        look();

        assertThat(kept()).extracting(Bypass::asked).containsExactly(false, true);
    }

    @Test
    void ourOwnSyncIsNeverKept() {
        DeploymentRequest granted = granted();
        app.asksFor(granted.id().text(), 1, AnApp.NEW);
        look();
        app.begins(ONE);
        look();
        app.succeeds();
        look();

        assertThat(kept()).isEmpty();
    }

    @Test
    void whatBearsAnIdWithoutItsGrantIsKeptWithWhatItSays() {
        look();
        RequestId open = opened().id();
        app.asksFor(open.text(), 1, AnApp.NEW).begins(ONE);
        look();

        assertThat(kept()).singleElement().satisfies(bypass -> {
            assertThat(bypass.words())
                    .endsWith("It says that it belongs to request " + open + ", which was not granted that.");
            assertThat(bypass.by()).isEqualTo("somebody");
            assertThat(bypass.request()).contains(open);
        });
        assertThat(bypasses.of(open)).isEqualTo(kept());
    }

    @Test
    void whatWasAgreedBeforeARequestWasRetargetedIsNotWhatItsGrantIsFor() {
        look();
        DeploymentRequest opened = opened();
        Agreement next = new Agreement(
                id,
                opened.agreement().deployed(),
                List.of("c".repeat(40)),
                opened.agreement().spec());
        DeploymentRequest retargeted = opened.retarget(next, ARequest.OPENED, opened.expiresAt());
        transaction.executeWithoutResult(
                status -> requests.save(retargeted, Kind.RETARGETED, "ada", "The next one is better"));
        transaction.executeWithoutResult(
                status -> requests.save(retargeted.grant("7", app.live().lastHistoryId(), ARequest.OPENED)));

        app.asksFor(opened.id().text(), 1, "c".repeat(40));
        look();
        assertThat(kept()).isEmpty();
        app.asksFor(opened.id().text(), 1, AnApp.NEW);
        look();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatIsGrantedLaterWasNotGrantedBefore() {
        DeploymentRequest granted = granted();
        app.asksFor(granted.id().text(), 2, AnApp.NEW).begins(ONE);
        look();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void aSourceThatIsChangedUnderAnOpenRequestIsKeptOnceForEachChange() {
        look();
        DeploymentRequest open = opened();
        app.branch("v2");
        look();
        app.asks("jsick");
        look();
        app.branch("v3");
        look();

        assertThat(kept()).extracting(Bypass::what).containsExactly(What.SOURCE, What.SYNC, What.SOURCE);
        assertThat(kept().get(0).request()).contains(open.id());
    }

    @Test
    void aSourceThatIsChangedUnderNoRequestIsTheirAffair() {
        look();
        app.branch("v2");
        look();

        assertThat(kept()).isEmpty();
    }

    @Test
    void ofAnApplicationThatIsMadeAnewOnlyWhatRanBeforeItWasMadeIsKnown() {
        look();
        app.entry(ONE, "{username: 'rob'}", AnApp.OLD)
                .recreated(TWO)
                .entry(TWO, "{username: 'jsick'}", AnApp.NEW)
                .asks("afausti", PART)
                .begins(THREE)
                .ends("Succeeded");
        look();

        assertThat(kept()).extracting(Bypass::by).containsExactlyInAnyOrder("jsick", "afausti");
    }

    @Test
    void theLastOperationThatABackupBringsBackIsKnown() {
        look();
        app.asks("jsick", PART).begins(ONE).ends("Failed").recreated(TWO);
        look();
        app.touched();
        look();

        assertThat(kept()).isEmpty();
    }

    @Test
    void anOldLookAtTheApplicationBeforeItWasMadeAnewKeepsNothing() {
        look();
        LiveApplication old = app.live();
        app.recreated(TWO).asks("jsick").begins(THREE).succeeds();
        look();

        lookout.look(Watched.of(old));

        assertThat(kept()).extracting(Bypass::by).containsExactly("jsick");
        assertThat(lookout.glances()).containsEntry(id, Glance.of(app.live()));
    }

    @Test
    void anOldLookAtWhatRanBeforeTheFirstSightKeepsNothingAndTakesNothingFromWhatIsAskedFor() {
        app.asks("jsick", PART).begins(ONE).ends("Failed");
        look();
        LiveApplication old = app.branch("v2").live();
        app.asks("jsick");
        look();

        lookout.look(Watched.of(old));
        app.begins(TWO);
        look();
        lookout.look(Watched.of(old));

        assertThat(kept())
                .extracting(Bypass::words)
                .containsExactly("Argo CD was asked by jsick to sync it to bbbbbbb.");
    }

    @Test
    void whatOnlyAnOldLookShowsIsKeptOnceBesidesWhatIsAskedForNow() {
        look();
        LiveApplication old = app.asks("jsick", PART).begins(ONE).ends("Failed").live();
        app.asks("jsick");
        look();

        lookout.look(Watched.of(old));
        app.begins(TWO);
        look();
        lookout.look(Watched.of(old));

        assertThat(kept())
                .extracting(Bypass::words)
                .containsExactly(
                        "Argo CD was asked by jsick to sync it to bbbbbbb.",
                        "Argo CD began to sync it to bbbbbbb, as jsick asked, some resources only.");
    }

    @Test
    void whatTookTheOthersPlaceBeforeAnybodyCouldLookIsKeptAsWell() {
        look();
        Watched watched = Watched.of(app.asks("jsick", PART).begins(ONE).live())
                .then(app.ends("Failed").live())
                .then(app.asks("afausti", PART).live())
                .then(app.begins(TWO).live());
        reads(app.live());

        lookout.look(watched);

        assertThat(kept()).extracting(Bypass::by).containsExactly("jsick", "afausti");
    }

    @Test
    void whatWasReadBeforeAnotherInstanceKeptMoreIsReadAgain() {
        look();
        LiveApplication asked = app.asks("jsick").live();
        LiveApplication withdrawn = app.withdraws().live();
        doAnswer(call -> {
                    doReturn(new ApplicationReading.Found(asked)).when(argoCd).readApplication(id);
                    lookout.look(Watched.of(asked));
                    doReturn(new ApplicationReading.Found(withdrawn))
                            .when(argoCd)
                            .readApplication(id);
                    lookout.look(Watched.of(withdrawn));
                    return new ApplicationReading.Found(asked);
                })
                .when(argoCd)
                .readApplication(id);

        assertThat(lookout.look(Watched.of(asked))).isEqualTo(new Look.Done(Glance.of(withdrawn)));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatAnotherInstanceHasLookedAtIsNotReadAgain() {
        look();

        lookout.look(Watched.of(app.touched().live()));

        verify(argoCd, times(1)).readApplication(id);
    }

    @Test
    void nothingIsLockedWhileAClusterIsWaitedFor() {
        AtomicBoolean isLocked = new AtomicBoolean(true);
        doAnswer(call -> {
                    isLocked.set(TransactionSynchronizationManager.isActualTransactionActive());
                    return new ApplicationReading.Found(app.live());
                })
                .when(argoCd)
                .readApplication(id);

        lookout.look(Watched.of(app.live()));

        assertThat(isLocked).isFalse();
    }

    @Test
    void aTimeThatNoDatabaseTakesKeepsNoApplicationFromBeingLookedAt() {
        app.entry("+300000-01-01T00:00:00Z", "{username: 'jsick'}", AnApp.OLD);
        look();
        app.entry("+300000-01-01T00:00:01Z", "{username: 'afausti'}", AnApp.OLD);
        look();

        assertThat(kept()).extracting(Bypass::by).containsExactly("afausti");
    }

    @Test
    void whatIsGoneIsLookedAtNoMore() {
        look();
        LiveApplication last = app.asks("jsick").live();
        when(argoCd.readApplication(id)).thenReturn(new ApplicationReading.Missing());

        assertThat(lookout.look(Watched.of(last))).isEqualTo(new Look.Gone());
        assertThat(kept()).isEmpty();
    }

    @Test
    void whereTheClusterCannotBeReadWhatTheWatchSawIsKeptAndTheRestIsLookedAtLater() {
        look();
        when(argoCd.readApplication(id)).thenReturn(new ApplicationReading.Unreachable("Connection refused"));
        LiveApplication seen = app.asks("jsick").begins(ONE).autoSync("{}").live();

        assertThat(lookout.look(Watched.of(seen))).isEqualTo(new Look.NotYet("Connection refused"));
        assertThat(kept()).extracting(Bypass::what).containsExactly(What.SYNC);
        look();
        assertThat(kept()).extracting(Bypass::what).containsExactly(What.SYNC, What.AUTO_SYNC);
    }

    @Test
    void whatHasOnlyBeenSeenIsLookedAtAfterTheNextStart() {
        when(argoCd.readApplication(id)).thenReturn(new ApplicationReading.Unreachable("Connection refused"));
        app.autoSync("{}");

        lookout.look(Watched.of(app.live()));

        assertThat(lookout.glances()).doesNotContainKey(id);
        look();
        assertThat(kept()).extracting(Bypass::words).singleElement().asString().startsWith("Auto-sync is on: ");
        assertThat(lookout.glances()).containsKey(id);
    }

    @Test
    void aFaultWhileItIsKeptLosesNothing() {
        look();
        app.asks("jsick").begins(ONE).succeeds();
        told.fault = Optional.of(new IllegalStateException("The database is away"));
        assertThatThrownBy(this::look).hasMessage("The database is away");
        assertThat(kept()).isEmpty();

        told.fault = Optional.empty();
        look();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatNobodyExplainedIsLeftForGood() {
        look();
        app.asks("jsick").begins(ONE);
        look();
        Bypass bypass = kept().get(0);

        assertThat(bypasses.leave(bypass.id(), "Nobody explained it.")).hasSize(1);
        assertThat(bypasses.explain(bypass.id(), "rita", "Needed for the night run"))
                .isEmpty();
        assertThat(bypasses.find(bypass.id()).orElseThrow().leftAt()).contains(ARequest.OPENED);
        assertThat(records.of(bypass.id()))
                .extracting(Entry::kind)
                .containsExactly(Kind.BYPASS_SEEN, Kind.BYPASS_UNEXPLAINED);
    }

    @Test
    void theLastAreReadFirstAndPageByPage() {
        look();
        for (int minute = 10; minute < 15; minute++) {
            app.asks("jsick").begins("2026-11-20T18:%d:00Z".formatted(minute));
            look();
        }
        List<Bypass> all = kept();

        assertThat(bypasses.last(Optional.empty(), 2)).containsExactly(all.get(4), all.get(3));
        assertThat(bypasses.last(Optional.of(all.get(3).id()), 2)).containsExactly(all.get(2), all.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.bypass set words = 'Nothing happened'",
                "update syncgate.bypass set by = 'ben'",
                "update syncgate.bypass set asked = false, asked_with = null",
                "update syncgate.bypass set evidence = 'begun another'",
                "update syncgate.bypass set explanation = null, explained_by = null, explained_at = null",
                "update syncgate.bypass set explanation = 'It was quite different'",
                "delete from syncgate.bypass",
                "truncate syncgate.bypass cascade"
            })
    void whatWasSeenAndExplainedIsNeverRewritten(String rewriting) {
        look();
        app.asks("jsick").begins(ONE);
        look();
        Bypass bypass = kept().get(0);
        bypasses.explain(bypass.id(), "rita", "Needed for the night run");
        String only = rewriting.startsWith("truncate")
                ? ""
                : " where id = " + bypass.id().number();

        assertThatThrownBy(() -> owner.sql().sql(rewriting + only).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is kept as it was seen");
    }

    private static ApplicationId named(String cluster) {
        return new ApplicationId(cluster, "tap-" + COUNTER.incrementAndGet());
    }

    /** The watch sees it as it is now, and so does whoever reads it. */
    private void look() {
        reads(app.live());
        assertThat(lookout.look(Watched.of(app.live()))).isEqualTo(new Look.Done(Glance.of(app.live())));
    }

    private void reads(LiveApplication live) {
        when(argoCd.readApplication(id)).thenReturn(new ApplicationReading.Found(live));
    }

    private List<Bypass> kept() {
        return bypasses.last(Optional.empty(), 1_000).stream()
                .filter(bypass -> bypass.application().equals(id))
                .sorted((one, other) ->
                        Long.compare(one.id().number(), other.id().number()))
                .toList();
    }

    private DeploymentRequest opened() {
        DeploymentRequest waiting = ARequest.waiting(ARequest.agreement(app.live()));
        DeploymentRequest request = DeploymentRequest.opened(
                RequestId.random(),
                waiting.wish(),
                waiting.agreement(),
                waiting.practice(),
                "process of " + id,
                waiting.openedAt(),
                waiting.expiresAt());
        transaction.executeWithoutResult(status -> requests.open(request));
        return request;
    }

    private DeploymentRequest granted() {
        look();
        DeploymentRequest granted = opened().grant("7", app.live().lastHistoryId(), ARequest.OPENED);
        transaction.executeWithoutResult(
                status -> requests.save(granted, Kind.SYNC_GRANTED, Entry.SYNCGATE, "Every condition holds"));
        return granted;
    }
}
