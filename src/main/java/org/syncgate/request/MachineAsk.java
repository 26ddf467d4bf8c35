package org.syncgate.request;

import org.syncgate.model.RequestId;

/**
 * That a machine asked for a deployment, and for which.
 *
 * @param client the client's id
 * @param key what the client calls this asking, 1 to {@value #MAX_KEY} characters
 * @param fingerprint of what it entered: the same entries have the same
 * @param request what came of it
 */
public record MachineAsk(String client, String key, String fingerprint, RequestId request) {

    public static final int MAX_KEY = 200;

    public MachineAsk {
        if (client.isBlank() || key.isEmpty() || key.length() > MAX_KEY || fingerprint.isBlank()) {
            throw new IllegalArgumentException("An asking has a client, a key of permitted length and a fingerprint");
        }
    }
}
