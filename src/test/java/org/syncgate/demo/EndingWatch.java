package org.syncgate.demo;

import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;

/**
 * A client's watch whose end is taken in on a thread of its own. Fabric8's listener waits there until what it sends has
 * gone out, on the very event loop that has to send it: for half a minute the simulated API would neither answer nor go
 * down.
 */
public final class EndingWatch extends WebSocketListener {

    private final WebSocketListener watch;

    private EndingWatch(WebSocketListener watch) {
        this.watch = watch;
    }

    /** The answer as it is or, where it opens a watch, with that watch's end taken in elsewhere. */
    public static MockResponse in(MockResponse answer) {
        WebSocketListener watch = answer.getWebSocketListener();
        return watch == null ? answer : answer.withWebSocketUpgrade(new EndingWatch(watch));
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        watch.onOpen(socket, response);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        watch.onClosing(socket, code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        end(() -> watch.onClosed(socket, code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable error, Response response) {
        end(() -> watch.onFailure(socket, error, response));
    }

    private static void end(Runnable end) {
        Thread thread = new Thread(end, "watch-ends");
        thread.setDaemon(true);
        thread.start();
    }
}
