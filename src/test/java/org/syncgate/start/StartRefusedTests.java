package org.syncgate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTests {

    @Test
    void aRefusalIsShownAsWhatIsWrongAndWhatToDoWithoutAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.config.location=optional:classpath:/none/")
                        .run())
                .hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output)
                .containsSubsequence(
                        "APPLICATION FAILED TO START", "Description:", "This is wrong.", "Action:", "Do that.")
                .doesNotContain("at org.syncgate");
    }

    @Import(Refusing.class)
    static class Nothing {}

    static class Refusing {

        Refusing() {
            throw new StartRefused("This is wrong.", "Do that.");
        }
    }
}
