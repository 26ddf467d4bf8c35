import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Prints, at the end of {@code mvn verify}, the test classes that took longest. Its arguments are the folders with the reports.
 * Classes that run side by side wait for each other, so the times add up to more than the build took.
 */
final class SlowestClasses {

    private static final int MANY = 10;

    private SlowestClasses() {}

    public static void main(String[] folders) throws IOException, ParserConfigurationException, SAXException {
        Map<String, Double> seconds = new HashMap<>();
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String folder : folders) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (DirectoryStream<Path> reports = Files.newDirectoryStream(Path.of(folder), "TEST-*.xml")) {
                for (Path report : reports) {
                    add(reader.parse(report.toFile()).getElementsByTagName("testcase"), seconds);
                }
            }
        }
        if (seconds.isEmpty()) {
            return;
        }
        System.out.println("Where the time of the tests went, in seconds:");
        seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MANY)
                .forEach(entry -> System.out.printf(Locale.ROOT, "%8.1f  %s%n", entry.getValue(), entry.getKey()));
    }

    private static void add(NodeList tests, Map<String, Double> seconds) {
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            seconds.merge(
                    test.getAttribute("classname").replace("org.syncgate.", ""),
                    Double.valueOf(test.getAttribute("time").replace(",", "")),
                    Double::sum);
        }
    }
}
