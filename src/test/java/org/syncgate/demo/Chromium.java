package org.syncgate.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium that is installed on this machine. Where there is none, the test that asks for it is skipped and says so;
 * in CI it fails instead, so that nobody takes a green run for more than it was. Register it as a static extension.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

    /** A page of a cold application on a busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Path PICTURES = Path.of("target", "screenshots");

    private Optional<Playwright> playwright = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = installed();
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        assumeTrue(executable.isPresent() || required, "No Chromium on the PATH: install it to run the browser tests.");
        start(executable.orElseThrow(
                () -> new IllegalStateException("CI runs the browser tests, and there is no Chromium on the PATH.")));
    }

    private void start(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright started = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = Optional.of(started);
        browser = Optional.of(started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
    }

    /** A new window of a person who is not signed in. */
    public Page window(int width, int height) {
        Page page = browser.orElseThrow().newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.setDefaultTimeout(PATIENCE.toMillis());
        return page;
    }

    /** Keeps what the window shows as {@code target/screenshots/name.png}. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** The headless shell has the same engine without the browser around it, and needs a fifth less of the processor. */
    private static Optional<Path> installed() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        playwright.ifPresent(Playwright::close);
    }
}
