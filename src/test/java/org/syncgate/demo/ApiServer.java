package org.syncgate.demo;

import io.fabric8.mockwebserver.MockWebServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** HTTP on loopback over one cluster's objects; it can go down and come up again on the same port. */
final class ApiServer implements AutoCloseable {

    /** Held for good, since a collected logger forgets its level; the server would log each request. */
    private static final Logger NOISE = Logger.getLogger(MockWebServer.class.getName());

    static {
        NOISE.setLevel(Level.WARNING);
    }

    private final ApiObjects objects;
    private final int port;
    private Optional<MockWebServer> up;

    ApiServer(ApiObjects objects) {
        this.objects = objects;
        MockWebServer first = start(0);
        port = first.getPort();
        up = Optional.of(first);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Closes every connection and the port; does nothing where it is down already. */
    synchronized void goDown() {
        up.ifPresent(MockWebServer::shutdown);
        up = Optional.empty();
    }

    synchronized void comeUp() {
        if (up.isEmpty()) {
            up = Optional.of(start(port));
        }
    }

    @Override
    public void close() {
        goDown();
    }

    private MockWebServer start(int wanted) {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(objects);
        // the JDK's client asks for h2c, on which the mock server's large answers go astray
        server.setHttp2ClearTextEnabled(false);
        // it keeps every request for a test to look at, for as long as it runs
        objects.onRequest(server::reset);
        try {
            server.start(InetAddress.getByName("127.0.0.1"), wanted);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
