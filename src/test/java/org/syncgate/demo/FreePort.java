package org.syncgate.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * A port for a server that has to be told one. None of those that the system gives to whoever takes any: it could be somebody
 * else's by the time that the server is up. Where two applications are tested side by side, that does happen.
 */
public final class FreePort {

    /** Linux gives away those from 32768 on, other systems higher ones. */
    private static final int FIRST = 20_000;

    private static final int MANY = 10_000;

    /** Applications that are tested side by side begin a hundred apart. */
    private static int taken = (int) (ProcessHandle.current().pid() * 101 % MANY);

    private FreePort() {}

    /** One that nobody listens at, and another each time. */
    public static synchronized int next() {
        return IntStream.range(0, MANY)
                .map(attempt -> FIRST + ++taken % MANY)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
