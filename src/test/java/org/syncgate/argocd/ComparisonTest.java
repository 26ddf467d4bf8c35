package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.pendingOfTwoSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest(name = "spec {0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    /spec/source/chart                | ''
                    /spec/source/directory            | {recurse: false, jsonnet: {}}
                    /spec/source/kustomize            | null
                    /spec/source/helm/skipCrds        | false
                    /spec/ignoreDifferences           | []
                    /spec/destination/name            | ''
                    /spec/syncPolicy/retry            | {limit: 3}
                    """)
    void whatArgoCdLeavesOutOfItsComparisonMakesNothingStale(String pointer, String value) {
        assertThat(Comparison.of(pending().with(pointer, value).json()).ofPresentSpec())
                .isTrue();
    }

    @ParameterizedTest(name = "spec {0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    /spec/source/targetRevision       | 'v2'
                    /spec/source/path                 | ''
                    /spec/source/helm/valueFiles      | ['values-idfprod.yaml', 'values.yaml']
                    /spec/source/helm/valueFiles      | ['values.yaml', 'values-idfprod.yaml', '']
                    /spec/source/helm/skipCrds        | true
                    /spec/source/helm/valuesObject    | {replicas: 0}
                    /spec/source/kustomize            | {commonLabels: {team: ''}}
                    /spec/destination/namespace       | 'elsewhere'
                    /spec/ignoreDifferences           | [{kind: 'Deployment', jsonPointers: ['/spec/replicas']}]
                    /spec/sources                     | [{repoURL: 'https://github.com/lsst-sqre/phalanx.git'}]
                    """)
    void whatWasChangedSinceTheComparisonMakesItStale(String pointer, String value) {
        assertThat(Comparison.of(pending().with(pointer, value).json()).ofPresentSpec())
                .isFalse();
    }

    @Test
    void theEmptySourceThatArgoCdWritesBesideSeveralDoesNotCount() {
        assertThat(Comparison.of(pendingOfTwoSources()
                                .with("/status/sync/comparedTo/source", "{repoURL: ''}")
                                .json())
                        .ofPresentSpec())
                .isTrue();
    }

    @Test
    void theOrderOfSourcesCounts() {
        AnApplication application = pendingOfTwoSources();
        String first = application.json().at("/spec/sources/0").toString();
        String second = application.json().at("/spec/sources/1").toString();

        assertThat(Comparison.of(application
                                .with("/spec/sources", "[" + second + "," + first + "]")
                                .json())
                        .ofPresentSpec())
                .isFalse();
    }
}
