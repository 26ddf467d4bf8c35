package org.syncgate.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether the same was entered: the order of the fields, and fields that were left empty, make no difference. */
final class Fingerprint {

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    static String of(Map<String, String> fields) {
        MessageDigest digest = sha256();
        new TreeMap<>(fields).forEach((name, text) -> {
            if (!text.isEmpty()) {
                add(digest, name);
                add(digest, text);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that what ends one text cannot begin the next. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
