package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.syncgate.argocd.AnApplication.NEW;
import static org.syncgate.argocd.AnApplication.OLD;
import static org.syncgate.argocd.AnApplication.OTHER;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.pendingOfTwoSources;
import static org.syncgate.argocd.AnApplication.read;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Agreement;

class SyncPatchTest {

    @Test
    void aSyncIsAskedForWithOurMarkTheSourceAsItStandsAndNothingLeftOfTheLastOperation() {
        assertThat(read(SyncPatch.ask(pending().order()))).isEqualTo(read("""
                                {metadata: {resourceVersion: '7'},
                                 operation: {
                                   initiatedBy: {username: 'syncgate:r-23456789'},
                                   info: [{name: 'syncgate/request', value: 'r-23456789'},
                                          {name: 'syncgate/attempt', value: '1'}],
                                   retry: {limit: 0},
                                   sync: {revision: '%s',
                                          source: {repoURL: 'https://github.com/lsst-sqre/phalanx.git',
                                                   path: 'applications/gafaelfawr', targetRevision: 'main',
                                                   helm: {valueFiles: ['values.yaml', 'values-idfprod.yaml']}},
                                          prune: false,
                                          syncOptions: ['ServerSideApply=true']}},
                                 status: {operationState: null}}
                                """.formatted(NEW)));
    }

    @Test
    void severalSourcesAreSentWithARevisionEach() {
        AnApplication application = pendingOfTwoSources().without("/spec/syncPolicy");

        assertThat(read(SyncPatch.ask(application.order())).at("/operation/sync"))
                .isEqualTo(read("{revisions: ['%s', '%s'], sources: %s, prune: false}"
                        .formatted(NEW, OTHER, application.json().at("/spec/sources"))));
    }

    @Test
    void aSourceIsSentWithEverythingThatNobodyHereKnowsAbout() {
        AnApplication application = pending()
                .with("/spec/source/somethingNew", "{deep: [1, 2.5, true, {a: ''}]}")
                .compared();

        assertThat(read(SyncPatch.ask(application.order())).at("/operation/sync/source"))
                .isEqualTo(application.json().at("/spec/source"));
    }

    @Test
    void anOperationIsTakenBackOnlyInTheVersionThatWasLookedAt() {
        assertThat(read(SyncPatch.withdraw("8")))
                .isEqualTo(read("{metadata: {resourceVersion: '8'}, operation: null}"));
    }

    @Test
    void aRefreshIsAnAnnotation() {
        assertThat(read(SyncPatch.refresh()))
                .isEqualTo(read("{metadata: {annotations: {'argocd.argoproj.io/refresh': 'normal'}}}"));
    }

    @Test
    void anOrderIsRefusedUnlessItsReadItsMarkAndItsAgreementAreOfOnePiece() {
        AnApplication application = pending();
        LiveApplication live = application.live();
        SyncMark mark = application.mark();
        Agreement ofAnotherRevision = new Agreement(live.id(), List.of(OLD), List.of(OTHER), live.spec());
        Agreement ofAnotherSource = new Agreement(live.id(), List.of(OLD), List.of(NEW), "{}");
        LiveApplication elsewhere = LiveApplication.of("idfdev", application.json());
        Agreement agreement = new Agreement(live.id(), List.of(OLD), List.of(NEW), live.spec());

        assertThatThrownBy(() -> new SyncOrder(mark, ofAnotherRevision, live))
                .hasMessageContaining("not what was agreed");
        assertThatThrownBy(() -> new SyncOrder(mark, ofAnotherSource, live)).hasMessageContaining("spec");
        assertThatThrownBy(() -> new SyncOrder(mark, agreement, elsewhere)).hasMessageContaining("idfdev/gafaelfawr");
    }

    @Test
    void oneRevisionForTwoSourcesIsNeverSent() {
        LiveApplication live = pendingOfTwoSources().live();
        SyncMark mark = new SyncMark(AnApplication.REQUEST, 1, List.of(NEW), 3, Optional.empty());
        Agreement agreement = new Agreement(live.id(), List.of(OLD), List.of(NEW), live.spec());

        assertThatThrownBy(() -> new SyncOrder(mark, agreement, live)).hasMessageContaining("revision of its own");
    }
}
