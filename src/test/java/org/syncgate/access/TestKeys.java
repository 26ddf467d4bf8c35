package org.syncgate.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Objects;

/**
 * The keys with which tests sign. They are public, so that only tests may trust them; to make new ones would take each JVM of
 * tests seconds.
 */
final class TestKeys {

    private static final JWKSet ALL = read();

    private TestKeys() {}

    /** The key of this id in {@code keys.json}, with its private part. */
    static RSAKey named(String id) {
        return Objects.requireNonNull(ALL.getKeyByKeyId(id), id).toRSAKey();
    }

    private static JWKSet read() {
        try (InputStream keys = TestKeys.class.getResourceAsStream("keys.json")) {
            return JWKSet.load(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
