package org.syncgate.bypass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;
import org.syncgate.request.DeploymentRequest;

/**
 * By what one bypass of an application is known again, in whichever look, by whichever instance. It holds digests of what
 * others wrote, which may be of any length.
 */
final class Evidence {

    private static final String ASKED = "asked ";

    private Evidence() {}

    /** A sync that has not begun: no hand has two at once. */
    static String asked(ShownSync sync) {
        return ASKED + digest(sync.hand());
    }

    /** A sync that has begun, the same during it and in the history; empty where it has not. */
    static Optional<String> begun(ShownSync sync) {
        return sync.startedAt().map(startedAt -> "begun " + startedAt + " " + digest(sync.hand()));
    }

    /** Auto-sync as it was switched on in this version of the Application. */
    static String autoSync(LiveApplication live) {
        return "version " + live.resourceVersion();
    }

    /** What became of the spec that an agreement is about. */
    static String changed(DeploymentRequest request, LiveApplication live) {
        return request.id() + " " + request.agreementNumber() + " " + digest(live.spec());
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
