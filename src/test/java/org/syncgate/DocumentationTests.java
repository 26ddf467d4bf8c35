package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links among the pages lead to files and headings that exist, and the index leads to every page. */
class DocumentationTests {

    private static final Path DOCS = Path.of("docs");

    /** The part in parentheses. The text before it may go over several lines. */
    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");

    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");

    static Stream<Path> pages() throws IOException {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                        .map(Path::of),
                docs().stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFileAndAHeadingThatExist(Path page) {
        assertThat(deadLinks(page)).as("dead links in %s", page).isEmpty();
    }

    @Test
    void theIndexLeadsToEveryPage() throws IOException {
        Path index = DOCS.resolve("README.md");

        assertThat(links(index).map(link -> file(index, link)))
                .containsAll(docs().stream().filter(page -> !page.equals(index)).toList());
    }

    @Test
    void aLinkThatLeadsNowhereIsFound(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
                # Some `code`, twice
                ## Some code, twice
                [here](#some-code-twice), [below](page.md#some-code-twice-1), [outside](https://example.org/#gone),
                [a text over
                two lines](gone.md), [no heading](#gone), [a third](page.md#some-code-twice-2)
                ```
                # Not a heading
                [no link](in-code.md)
                ```
                [code](#not-a-heading)
                """);

        assertThat(deadLinks(page)).containsExactly("gone.md", "#gone", "page.md#some-code-twice-2", "#not-a-heading");
    }

    private static List<String> deadLinks(Path page) {
        return links(page).filter(link -> !leadsSomewhere(page, link)).toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        Path file = file(page, link);
        int hash = link.indexOf('#');
        return Files.exists(file) && (hash < 0 || anchors(file).contains(link.substring(hash + 1)));
    }

    /** What is left of a link without its anchor; with nothing left it is the page itself. */
    private static Path file(Path page, String link) {
        String name = link.replaceFirst("#.*", "");
        return name.isEmpty() ? page : page.resolveSibling(name).normalize();
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(String.join("\n", prose(page)))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    /** As GitHub makes them: lower case, hyphens for spaces, no punctuation, a number where a heading is repeated. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> repeated = new HashMap<>();
        for (String line : prose(page)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-');
                int times = repeated.merge(anchor, 1, Integer::sum);
                anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
            }
        }
        return anchors;
    }

    /** The lines outside fenced blocks of code. */
    private static List<String> prose(Path page) {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : lines(page)) {
            boolean fence = line.stripLeading().startsWith("```");
            code ^= fence;
            if (!code && !fence) {
                prose.add(line);
            }
        }
        return prose;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> docs() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
