package org.syncgate.notice;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A text as Slack takes it. A rich text block takes text and links as they are, so that nothing that a person wrote
 * becomes markup or a mention.
 *
 * @param block what is shown
 * @param fallback what notifications show
 */
record SlackMessage(RichTextBlock block, String fallback) {

    /**
     * Slack refuses blocks of more than some 12,000 characters, its own notation included, as
     * <a href="https://github.com/slackapi/bolt-js/issues/2509">msg_blocks_too_long</a>.
     */
    static final int LONGEST_BLOCK = 8_000;

    /**
     * At most five times as long when escaped, where Slack advises against more than
     * <a href="https://docs.slack.dev/reference/methods/chat.postMessage#truncating">4,000</a> and cuts at 40,000.
     */
    static final int LONGEST_FALLBACK = 3_000;

    /** Each link costs some characters of notation. */
    static final int MOST_LINKS = 40;

    private static final String CUT = "\n… The text is too long for Slack and is cut here.";

    static SlackMessage of(String text) {
        String shown = cut(text, LONGEST_BLOCK);
        int title = (shown + "\n").indexOf('\n');
        List<RichTextElement> elements = new ArrayList<>();
        add(
                elements,
                shown.substring(0, title),
                Optional.of(TextStyle.builder().bold(true).build()));
        add(elements, shown.substring(title), Optional.empty());
        RichTextSectionElement section =
                RichTextSectionElement.builder().elements(elements).build();
        return new SlackMessage(
                RichTextBlock.builder().elements(List.of(section)).build(), escaped(cut(text, LONGEST_FALLBACK)));
    }

    private static void add(List<RichTextElement> elements, String text, Optional<TextStyle> style) {
        int end = 0;
        Matcher matcher = BareUrl.matcher(text);
        while (matcher.find() && elements.size() < 2 * MOST_LINKS) {
            Optional<String> url = BareUrl.url(matcher.group());
            if (url.isPresent()) {
                addText(elements, text.substring(end, matcher.start()), style);
                elements.add(
                        Link.builder().url(url.get()).style(style.orElse(null)).build());
                end = matcher.start() + url.get().length();
            }
        }
        addText(elements, text.substring(end), style);
    }

    /** Slack refuses an empty text. */
    private static void addText(List<RichTextElement> elements, String text, Optional<TextStyle> style) {
        if (!text.isEmpty()) {
            elements.add(Text.builder().text(text).style(style.orElse(null)).build());
        }
    }

    /** The three signs that begin <a href="https://docs.slack.dev/messaging/formatting-message-text">markup</a>. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - CUT.length();
        // an emoji is two chars
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
