package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncgate.argocd.ShownSync.Claim;
import org.syncgate.argocd.ShownSync.Extent;

/** Reads every sync that an Application shows. */
final class ShownSyncs {

    private static final int LONGEST = 120;

    private ShownSyncs() {}

    /** What is asked for and has not begun; empty where there is none. */
    static Optional<ShownSync> asked(JsonNode application) {
        JsonNode operation = application.path("operation");
        if (!Json.present(operation)) {
            return Optional.empty();
        }
        ShownSync asked = of(operation, Optional.empty(), operation.path("sync"));
        // while it runs, .operation stays where it is
        return begun(application)
                        .filter(running ->
                                OperationState.of(application).runningSince().isPresent())
                        .filter(running -> running.hand().equals(asked.hand())
                                && running.claim().equals(asked.claim()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(asked);
    }

    /** What runs, or ran last; empty where Argo CD shows none. */
    static Optional<ShownSync> begun(JsonNode application) {
        OperationState state = OperationState.of(application);
        return state.startedAt()
                .filter(startedAt -> Json.present(state.operation()))
                .map(startedAt -> of(
                        state.operation(), Optional.of(startedAt), state.json().path("syncResult")));
    }

    /** The full and successful ones that Argo CD keeps, the first first. */
    static Stream<ShownSync> done(JsonNode application) {
        return History.of(application).entries().stream().map(ShownSyncs::entry);
    }

    private static ShownSync entry(JsonNode entry) {
        Instant deployedAt = History.deployedAt(entry).orElse(Instant.EPOCH);
        String user = Initiator.user(entry);
        return new ShownSync(
                by(entry),
                Initiator.isAutomated(entry),
                hand(entry, Extent.WHOLE),
                claimed(user).map(request -> new Claim(request, Optional.empty())),
                Optional.of(Json.time(entry.path("deployStartedAt")).orElse(deployedAt)),
                Optional.of(History.id(entry)),
                lines(History.revisions(entry)),
                Extent.WHOLE,
                source(entry));
    }

    private static ShownSync of(JsonNode operation, Optional<Instant> startedAt, JsonNode result) {
        JsonNode sync = operation.path("sync");
        Extent extent = extent(sync);
        List<String> asked = History.revisions(sync);
        List<String> revisions = asked.stream().allMatch(Comparison::isCommit) && !asked.isEmpty()
                ? asked
                // asked for by a branch's name, or by none: the result says what that meant
                : Stream.of(History.revisions(result), asked)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        return new ShownSync(
                by(operation),
                Initiator.isAutomated(operation),
                hand(operation, extent),
                claim(operation),
                startedAt,
                Optional.empty(),
                lines(revisions),
                extent,
                source(sync));
    }

    /** Ours bears the request twice, as its initiator and in its info, and its attempt. */
    private static Optional<Claim> claim(JsonNode operation) {
        Optional<String> initiator = claimed(Initiator.user(operation));
        Optional<String> info = Following.info(operation, Following.REQUEST);
        return initiator
                .or(() -> info)
                .map(request -> new Claim(
                        PlainLine.of(request, LONGEST),
                        initiator.equals(info)
                                ? Following.info(operation, Following.ATTEMPT).flatMap(ShownSyncs::number)
                                : Optional.empty()));
    }

    private static Optional<String> claimed(String user) {
        return user.startsWith(Initiator.OURS)
                ? Optional.of(PlainLine.of(user.substring(Initiator.OURS.length()), LONGEST))
                : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Who names a request as its initiator does not say who they are. */
    private static String by(JsonNode initiated) {
        String words = Initiator.user(initiated).startsWith(Initiator.OURS) ? "" : Initiator.words(initiated);
        String line = PlainLine.of(words, LONGEST);
        return line.isEmpty() ? "somebody" : line;
    }

    /** A dry run and what is asked for in earnest are never one. */
    private static String hand(JsonNode initiated, Extent extent) {
        String who = Initiator.isAutomated(initiated) ? "automated" : "user " + Initiator.user(initiated);
        return extent == Extent.DRY_RUN ? "dry run by " + who : who;
    }

    /** How much an operation's {@code sync} syncs. */
    static Extent extent(JsonNode sync) {
        if (sync.path("dryRun").asBoolean()) {
            return Extent.DRY_RUN;
        }
        if (!sync.path("manifests").isEmpty()) {
            return Extent.OWN_MANIFESTS;
        }
        return sync.path("resources").isEmpty() ? Extent.WHOLE : Extent.PART;
    }

    private static String source(JsonNode holder) {
        JsonNode several = holder.path("sources");
        JsonNode source = several.isEmpty() ? holder.path("source") : several;
        return Json.present(source) ? source.toString() : "{}";
    }

    private static List<String> lines(List<String> revisions) {
        return revisions.stream()
                .map(revision -> PlainLine.of(revision, LONGEST))
                .toList();
    }
}
