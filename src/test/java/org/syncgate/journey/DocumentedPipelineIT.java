package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MachineAsks;

/** The pipeline of the documentation, as it is printed there; it needs curl and jq. */
class DocumentedPipelineIT extends MachineJourney {

    @TempDir
    Path directory;

    @Autowired
    MachineAsks asks;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void itsToolsAreHere() throws Exception {
        assumeThat(run(List.of("sh", "-c", "curl --version && jq --version"), Map.of()))
                .isZero();
    }

    @Test
    void itSucceedsOnceTheApplicationIsDeployed() throws Exception {
        ApplicationId application = pending();

        int exit = pipeline(application);

        assertThat(exit).as(said()).isZero();
        assertThat(said()).contains("ended: ");
        assertThat(cluster("idfdev").syncsSeen(application.name())).isEqualTo(1);
    }

    @Test
    void itFailsWithTheSentenceWhereItIsRefused() throws Exception {
        DeploymentRequest first = askForApproval("dev2");

        int exit = pipeline(first.agreement().application());

        assertThat(exit).isEqualTo(2);
        assertThat(said()).contains("has an open request already: " + first.id());
    }

    @Test
    void itSendsTheSameAgainWhileItsKeyIsBeingWorkedOn() throws Exception {
        ApplicationId application = pending();
        String key = key();
        Path head = directory.resolve("headers.txt");
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> exit = Objects.requireNonNull(transaction.execute(status -> {
                asks.lock("ci", key);
                Future<Integer> running = beside.submit(() -> pipeline(application, key));
                await().atMost(PATIENCE)
                        .until(() ->
                                Files.exists(head) && Files.readString(head).contains(" 409"));
                return running;
            }));

            assertThat(exit.get()).as(said()).isZero();
        } finally {
            beside.shutdownNow();
        }
    }

    private int pipeline(ApplicationId application) throws Exception {
        return pipeline(application, key());
    }

    private int pipeline(ApplicationId application, String key) throws Exception {
        Path script = Files.writeString(directory.resolve("pipeline.sh"), script());
        return run(
                List.of("sh", script.toString()),
                Map.of(
                        "SYNCGATE",
                        url(),
                        "TOKEN_URL",
                        ISSUER.uri() + "/token",
                        "CLIENT_ID",
                        "ci",
                        "CLIENT_SECRET",
                        "secret",
                        "APPLICATION",
                        application.toString(),
                        "REASON",
                        "Release with the \"new\" quota limits",
                        "RUN",
                        key));
    }

    /** The indented block that begins as scripts do. */
    private static String script() throws IOException {
        return Files.readAllLines(Path.of("docs/api.md")).stream()
                .dropWhile(line -> !line.startsWith("    #!"))
                .takeWhile(line -> line.isBlank() || line.startsWith("    "))
                .map(line -> line.isBlank() ? "" : line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private int run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(40, TimeUnit.SECONDS))
                .as("it came to its end")
                .isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("said"));
    }
}
