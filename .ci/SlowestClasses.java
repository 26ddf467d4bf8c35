import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Prints, at the end of {@code mvn verify}, the test classes that took longest, and how long each suite took with the starts of
 * its applications. Its arguments are when the build began, and the folders with the reports; older reports do not count.
 * Classes that run side by side wait for each other, so the times add up to more than the build took.
 */
final class SlowestClasses {

    private static final int MANY = 10;

    private final Map<String, Double> classes = new HashMap<>();
    private final Map<String, Double> suites = new HashMap<>();

    private SlowestClasses() {}

    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        SlowestClasses slowest = new SlowestClasses();
        Instant begun = Instant.parse(arguments[0]);
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            slowest.read(Path.of(folder), begun);
        }
        print("Where the time of the tests went, in seconds:", slowest.classes);
        print("The suites from start to end, in seconds:", slowest.suites);
    }

    private void read(Path folder, Instant begun) throws IOException, ParserConfigurationException, SAXException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                if (!Files.getLastModifiedTime(report).toInstant().isBefore(begun)) {
                    add(reader.parse(report.toFile()).getDocumentElement());
                }
            }
        }
    }

    private void add(Element report) {
        String name = name(report, "name");
        if (name.endsWith("Suite")) {
            suites.put(name, seconds(report));
        }
        NodeList tests = report.getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            classes.merge(name(test, "classname"), seconds(test), Double::sum);
        }
    }

    private static String name(Element element, String attribute) {
        return element.getAttribute(attribute).replace("org.syncgate.", "");
    }

    private static double seconds(Element element) {
        return Double.parseDouble(element.getAttribute("time").replace(",", ""));
    }

    private static void print(String heading, Map<String, Double> seconds) {
        if (seconds.isEmpty()) {
            return;
        }
        System.out.println(heading);
        seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MANY)
                .forEach(entry -> System.out.printf(Locale.ROOT, "%8.1f  %s%n", entry.getValue(), entry.getKey()));
    }
}
