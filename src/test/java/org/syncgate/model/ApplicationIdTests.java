package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationIdTests {

    @ParameterizedTest
    @CsvSource({
        "idfprod/gafaelfawr, idfprod, gafaelfawr",
        "a/b, a, b",
        "tucson-teststand/argo-workflows, tucson-teststand, argo-workflows",
        "roundtable.lsst.cloud/site.v2, roundtable.lsst.cloud, site.v2",
        "0/9, 0, 9"
    })
    void clusterAndNameAreReadAndWrittenAlike(String text, String cluster, String name) {
        assertThat(ApplicationId.parse(text)).contains(new ApplicationId(cluster, name));
        assertThat(new ApplicationId(cluster, name)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "gafaelfawr",
                "idfprod/",
                "/gafaelfawr",
                "idfprod/gafaelfawr/",
                "idfprod/argocd/gafaelfawr",
                "idfprod//gafaelfawr",
                "idfprod/Gafaelfawr",
                "idfprod/-gafaelfawr",
                "idfprod/gafaelfawr-",
                "idfprod/.",
                "idfprod/..",
                "idfprod/gafael_fawr",
                " idfprod/gafaelfawr",
                "idfprod/gafaelfawr ",
                "idfprod/gafaelfawr\n",
                "idfprod\\gafaelfawr",
                "idfprod/gafaelfawr?fieldManager=x",
                "idfprod/gäfaelfawr"
            })
    void whatKubernetesWouldNotTakeForANameIsNone(String text) {
        assertThat(ApplicationId.parse(text)).isEmpty();
    }

    @Test
    void aNameHasAtMost253Characters() {
        assertThat(ApplicationId.parse("idfprod/" + "a".repeat(253))).isPresent();
        assertThat(ApplicationId.parse("idfprod/" + "a".repeat(254))).isEmpty();
        assertThat(ApplicationId.parse("c".repeat(254) + "/a")).isEmpty();
    }

    @Test
    void nothingButNamesMakesAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApplicationId("IDF", "tap"))
                .withMessage("Not a cluster's name: 'IDF'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApplicationId("idfprod", "tap/x"))
                .withMessage("Not an application's name: 'tap/x'");
    }

    @Test
    void theyAreOrderedByClusterAndThenByName() {
        assertThat(List.of(id("idfprod/b"), id("idfdev/z"), id("idfprod/a")).stream()
                        .sorted())
                .containsExactly(id("idfdev/z"), id("idfprod/a"), id("idfprod/b"));
    }

    private static ApplicationId id(String text) {
        return ApplicationId.parse(text).orElseThrow();
    }
}
