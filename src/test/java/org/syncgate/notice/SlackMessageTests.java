package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessageTests {

    @Test
    void theFirstLineIsTheTitleInBold() {
        assertThat(elements("Deploy gafaelfawr\nAt 3 Jan 2026 10:00 UTC\nReason: tokens"))
                .containsExactly(bold("Deploy gafaelfawr"), plain("\nAt 3 Jan 2026 10:00 UTC\nReason: tokens"));
    }

    @Test
    void oneLineIsATitle() {
        assertThat(elements("Synced")).containsExactly(bold("Synced"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*bold* _italic_ `code` ~gone~",
                "<!channel> <@U123> <https://evil.example|click>",
                "@here #general :tada:",
                "&lt;!channel&gt;",
                "Ω ✓ 🚀 \uD83D\uDC69\u200D\uD83D\uDD2C"
            })
    void whateverAPersonWroteIsShownAsItIs(String written) {
        assertThat(shown("Title\nReason: " + written)).isEqualTo("Title\nReason: " + written);
        assertThat(elements("Title\nReason: " + written))
                .allSatisfy(element -> assertThat(element).isInstanceOfAny(Text.class, Link.class));
    }

    @Test
    void theFallbackCannotMentionAnybody() {
        assertThat(SlackMessage.of("<!channel> & <@U123>").fallback())
                .isEqualTo("&lt;!channel&gt; &amp; &lt;@U123&gt;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "See https://argo.example/applications/argocd/tap -> https://argo.example/applications/argocd/tap",
                "See https://argo.example/tap. -> https://argo.example/tap",
                "(http://argo.example:8080/a?b=c&d=e#f), then -> http://argo.example:8080/a?b=c&d=e#f",
            })
    void aBareUrlBecomesALink(String text, String url) {
        List<String> links = elements("Title\n" + text).stream()
                .filter(Link.class::isInstance)
                .map(element -> ((Link) element).getUrl())
                .toList();

        assertThat(links).containsExactly(url);
        assertThat(shown("Title\n" + text)).isEqualTo("Title\n" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "http://[", "https://{host}/", "javascript:alert(1)", "ftp://a.example/"})
    void whatIsNoUrlStaysText(String text) {
        assertThat(elements("Title\n" + text)).containsExactly(bold("Title"), plain("\n" + text));
    }

    @Test
    void aLinkInTheTitleIsBold() {
        assertThat(elements("https://argo.example/tap"))
                .singleElement()
                .satisfies(link -> assertThat(((Link) link).getStyle().isBold()).isTrue());
    }

    @Test
    void aTextTooLongForSlackIsCutAndSaysSo() {
        String shown = shown("Title\n" + "x".repeat(20_000));

        assertThat(shown)
                .hasSizeLessThanOrEqualTo(SlackMessage.LONGEST_BLOCK)
                .endsWith("xxx\n… The text is too long for Slack and is cut here.");
    }

    @Test
    void theFallbackStaysBelowWhereSlackCutsHoweverMuchIsEscaped() {
        assertThat(SlackMessage.of("&".repeat(50_000)).fallback())
                .hasSizeLessThan(40_000)
                .endsWith("is cut here.");
    }

    @Test
    void aCutGoesThroughNoEmoji() {
        for (String before : List.of("", "x")) {
            String shown = shown(before + "🚀".repeat(5_000));
            assertThat(shown.codePoints().filter(sign -> sign >= 0xD800 && sign <= 0xDFFF))
                    .isEmpty();
        }
    }

    @Test
    void endlessLinksDoNotMakeTheBlockTooLong() {
        String urls =
                IntStream.range(0, 500).mapToObj(n -> "https://a.example/" + n).collect(Collectors.joining(" "));

        assertThat(elements("Title\n" + urls)).hasSizeLessThan(3 * SlackMessage.MOST_LINKS);
        assertThat(shown("Title\n" + urls)).startsWith("Title\nhttps://a.example/0 https://a.example/1 ");
    }

    private static List<RichTextElement> elements(String text) {
        return ((RichTextSectionElement)
                        SlackMessage.of(text).block().getElements().get(0))
                .getElements();
    }

    private static String shown(String text) {
        return elements(text).stream()
                .map(element -> element instanceof Link link ? link.getUrl() : ((Text) element).getText())
                .collect(Collectors.joining());
    }

    private static RichTextElement bold(String text) {
        return Text.builder()
                .text(text)
                .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
                .build();
    }

    private static RichTextElement plain(String text) {
        return Text.builder().text(text).build();
    }
}
