package org.syncgate.request;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.model.Agreement;
import org.syncgate.record.Kind;

/** S5 on a real PostgreSQL: however requests come and go, and however many ask at once, an application has one open at most. */
class OneOpenRequestPropertiesIT {

    private static final List<String> APPLICATIONS = List.of("tap", "nublado", "portal");
    private static final List<String> PEOPLE = List.of("ada", "ben", "cyn");

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(PEOPLE.size() + 1);

    private static Optional<ConfigurableApplicationContext> context = Optional.empty();

    /** jqwik knows no Spring. */
    @BeforeContainer
    static void start() {
        context = Optional.of(new SpringApplicationBuilder(RequestDatabase.class)
                .web(WebApplicationType.NONE)
                .run());
    }

    @AfterContainer
    static void stop() {
        THREADS.shutdownNow();
        context.ifPresent(ConfigurableApplicationContext::close);
    }

    /** Something that happens, and how to say it. */
    private record Step(String words, Consumer<ClusterRequests> effect) {

        @Override
        public String toString() {
            return words;
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aRequestIsRefusedExactlyWhereOneIsOpenAndNothingElseMakesASecond(@ForAll("histories") List<Step> history) {
        ClusterRequests requests = new ClusterRequests(
                bean(Requests.class), new TransactionTemplate(bean(PlatformTransactionManager.class)), THREADS);
        for (Step step : history) {
            step.effect().accept(requests);
            requests.areAsTheyHaveToBe(APPLICATIONS);
        }
        requests.end();
        often("refused", requests.refused() > 0);
        often("several at once and none open", requests.raced() > 0);
    }

    private static <T> T bean(Class<T> type) {
        return context.orElseThrow().getBean(type);
    }

    private static void often(String what, boolean happened) {
        Statistics.label(what)
                .collect(happened)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return step().list().ofMinSize(5).ofMaxSize(20);
    }

    private static Arbitrary<Step> step() {
        Arbitrary<String> applications = Arbitraries.of(APPLICATIONS);
        Arbitrary<Step> opens = Combinators.combine(Arbitraries.of(PEOPLE), applications)
                .as((person, application) ->
                        new Step(person + " opens " + application, requests -> requests.opens(person, application)));
        Arbitrary<Step> atOnce = Combinators.combine(
                        applications,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, PEOPLE.size()))
                .as((application, ends, place) -> new Step(
                        "all open " + application + " at once" + (ends ? " while it ends" : ""),
                        requests -> requests.openAtOnce(PEOPLE, application, ends, place)));
        Arbitrary<Step> outdated = applications.map(application -> new Step(
                "save " + application + " as it was before its end",
                requests -> requests.savesWhatHasEnded(application)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, opens),
                Tuple.of(3, atOnce),
                Tuple.of(1, outdated),
                Tuple.of(3, changes("end", Kind.EXPIRED, ClusterRequests::over)),
                Tuple.of(2, changes("void", Kind.VOIDED, request -> request.voided("It has changed."))),
                Tuple.of(2, changes("retarget", Kind.RETARGETED, OneOpenRequestPropertiesIT::retargeted)),
                Tuple.of(3, changes("grant", Kind.SYNC_GRANTED, request -> request.grant("7", 3, ARequest.OPENED))),
                Tuple.of(1, changes("lapse", Kind.GRANT_LAPSED, request -> request.lapse("Busy", ARequest.OPENED))),
                Tuple.of(2, changes("fail", Kind.SYNC_FAILED, request -> request.fail("Broken", ARequest.OPENED))),
                Tuple.of(2, changes("retry", Kind.RETRY_DECIDED, DeploymentRequest::retry)),
                Tuple.of(1, changes("wait for", Kind.WAIT_DECIDED, request -> request.waitLonger(ARequest.OPENED))));
    }

    private static Arbitrary<Step> changes(String words, Kind kind, UnaryOperator<DeploymentRequest> step) {
        return Arbitraries.of(APPLICATIONS)
                .map(application ->
                        new Step(words + " " + application, requests -> requests.steps(application, kind, step)));
    }

    private static DeploymentRequest retargeted(DeploymentRequest request) {
        Agreement agreed = request.agreement();
        Agreement next = new Agreement(agreed.application(), agreed.deployed(), List.of("c"), agreed.spec());
        return request.retarget(next, ARequest.OPENED, request.expiresAt());
    }
}
