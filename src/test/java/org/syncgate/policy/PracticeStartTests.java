package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.syncgate.model.Change;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;
import org.syncgate.start.StartRefused;

@ExtendWith(OutputCaptureExtension.class)
class PracticeStartTests {

    @Test
    void withoutConfigurationTheShippedEditionIsInForce() {
        try (var context = application().run()) {
            assertThat(context.getBean(Policy.class).edition()).startsWith("SQR-056 (2021), ");
            assertThat(context.getBean(Heuristics.class)
                            .of(
                                    new Factors(Maturity.MATURE, 5000, Userbase.RISK_AVERSE, Impact.HIGH, Impact.HIGH),
                                    Tier.PROD,
                                    Change.MAJOR))
                    .contains(Formality.CHANGE_BOARD);
        }
    }

    @Test
    void anotherEditionIsOnePropertyAway() {
        try (var context = application().run("--syncgate.practice.location=classpath:practice/another-edition.dmn")) {
            assertThat(context.getBean(Policy.class).edition()).startsWith("SQR-056 (another), ");
        }
    }

    @Test
    void aFileThatIsNotThereStopsTheStartAndThePropertyIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> application().run("--syncgate.practice.location=file:nowhere.dmn"))
                .hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "syncgate.practice.location names URL [file:nowhere.dmn]")
                .contains("- it cannot be read: ")
                .contains("Correct the table, or let syncgate.practice.location name another one.");
    }

    @Test
    void heuristicsThatAreNotThereStopTheStartAndThePropertyIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> application().run("--syncgate.formality.location=file:nowhere.dmn"))
                .hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output)
                .contains("syncgate.formality.location names URL [file:nowhere.dmn]", "used as the heuristics")
                .contains("Correct the table, or let syncgate.formality.location name another one.");
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(PolicyOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/", "spring.main.banner-mode=off");
    }

    @Configuration
    @EnableConfigurationProperties({PracticeProperties.class, FormalityProperties.class})
    @Import({DecisionTablePolicy.class, DecisionHeuristics.class})
    static class PolicyOnly {}
}
