package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.syncgate.start.StartRefused;

/** Where notices go, and what is refused at the start (S3). */
@ExtendWith(OutputCaptureExtension.class)
class NoticeStartTests {

    private static final String TOKEN = "--syncgate.notice.slack.token=xoxb-1-secret";

    @Test
    void withoutATokenTheStartIsRefusedAndTheWaysOutAreNamed(CapturedOutput output) {
        refused();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Neither syncgate.notice.slack.token nor syncgate.notice.log is set, so nobody would be told"
                        + " of a deployment.")
                .contains("Set syncgate.notice.slack.token to the token of a Slack bot, or syncgate.notice.log=true");
    }

    @Test
    void anEmptyTokenIsNone(CapturedOutput output) {
        refused("--syncgate.notice.slack.token= ");

        assertThat(output).contains("Neither syncgate.notice.slack.token nor");
    }

    @Test
    void theLogIsOnePropertyAway() {
        assertThat(chosen("--syncgate.notice.log=true")).isInstanceOf(LogNotices.class);
    }

    @Test
    void inProfileLocalTheLogIsTheDefault() {
        assertThat(chosen("--spring.profiles.active=local")).isInstanceOf(LogNotices.class);
    }

    @Test
    void aTokenMeansSlackInProfileLocalToo(CapturedOutput output) {
        assertThat(chosen(TOKEN)).isInstanceOf(SlackNotices.class);
        assertThat(chosen(TOKEN, "--spring.profiles.active=local")).isInstanceOf(SlackNotices.class);
        assertThat(output)
                .contains("Notices go to Slack at https://slack.com/api/")
                .doesNotContain("secret");
    }

    @Test
    void aTokenMayEndWithALineBreakAsFilesDo() {
        assertThat(chosen(TOKEN + "\n")).isInstanceOf(SlackNotices.class);
    }

    @Test
    void aTokenAndTheLogContradictEachOther(CapturedOutput output) {
        refused(TOKEN, "--syncgate.notice.log=true");

        assertThat(output)
                .contains("syncgate.notice.slack.token and syncgate.notice.log=true contradict each other")
                .contains("Leave one of them out.")
                .doesNotContain("secret");
    }

    @Test
    void aTokenWithSignsThatNoTokenHasIsRefusedWithoutShowingIt(CapturedOutput output) {
        refused("--syncgate.notice.slack.token=xoxb-1 secret");

        assertThat(output)
                .contains("syncgate.notice.slack.token holds spaces or signs that no token has.")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://slack.example/api/",
                "slack.com/api",
                "ftp://slack.com/",
                "https://",
                "nonsense with spaces"
            })
    void anAddressWhereATokenIsNotSafeIsRefused(String address) {
        assertThatThrownBy(() -> start(TOKEN, "--syncgate.notice.slack.base-url=" + address))
                .hasMessageContaining("syncgate.notice.slack.base-url is '" + address
                        + "', where a token cannot be sent" + " safely.")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://slack.example/api", "http://localhost:8123/api/", "http://127.0.0.1:8123/"})
    void anotherAddressMayBeGiven(String address) {
        assertThat(chosen(TOKEN, "--syncgate.notice.slack.base-url=" + address)).isInstanceOf(SlackNotices.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "'' -> there is no pause; name at least one, like 10s.",
                "10s,0s -> a pause has to be longer than nothing, but one is PT0S.",
                "-10s -> a pause has to be longer than nothing, but one is PT-10S.",
                "10s,10m,1m -> no pause may be shorter than the one before it, but after PT10M comes PT1M."
            })
    void pausesThatCannotBeUsedAreRefused(String pauses, String why) {
        assertThatThrownBy(() -> start(TOKEN, "--syncgate.notice.pauses=" + pauses))
                .hasMessageContaining("syncgate.notice.pauses cannot be used: " + why);
    }

    @Test
    void aPauseThatIsNoDurationIsToldWithoutTheToken(CapturedOutput output) {
        assertThatThrownBy(() -> start(TOKEN, "--syncgate.notice.pauses=soon")).isNotNull();

        assertThat(output).contains("syncgate.notice.pauses", "soon").doesNotContain("secret");
    }

    @Test
    void thereAreFivePausesUnlessOthersAreNamed() {
        try (var context = start("--syncgate.notice.log=true")) {
            assertThat(context.getBean(Pauses.class).lengths())
                    .extracting(Object::toString)
                    .containsExactly("PT10S", "PT30S", "PT2M", "PT10M", "PT30M");
        }
        try (var context = start("--syncgate.notice.log=true", "--syncgate.notice.pauses=1s,5m")) {
            assertThat(context.getBean(Pauses.class).lengths())
                    .extracting(Object::toString)
                    .containsExactly("PT1S", "PT5M");
        }
    }

    @Test
    void theTokenIsInNothingThatIsPrinted() {
        try (var context = start(TOKEN)) {
            assertThat(context.getBean(NoticeProperties.class).toString()).doesNotContain("secret");
        }
    }

    private static void refused(String... arguments) {
        assertThatThrownBy(() -> start(arguments)).isInstanceOf(StartRefused.class);
    }

    private static Notices chosen(String... arguments) {
        try (var context = start(arguments)) {
            return context.getBean(Notices.class);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(NoticesOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/", "spring.main.banner-mode=off")
                .run(arguments);
    }

    /** No {@code @Configuration}, so that scanning the test classes does not find it. */
    @EnableConfigurationProperties(NoticeProperties.class)
    @Import({NoticeConditions.class, NoticeConfiguration.class})
    static class NoticesOnly {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
