package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watch that ends while it is told something, as the event loop of the simulated API meets it. */
class ApiObjectsTest {

    private static final String WATCH = "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications?watch=true";

    private final ApiObjects objects = new ApiObjects();
    private final SlowSocket socket = new SlowSocket();

    @AfterEach
    void sendAtLast() {
        socket.sent.countDown();
    }

    @Test
    void theEventLoopIsNotHeldUpByAWatchThatClosesWhileItIsTold() {
        assertNotHeldUp(watch -> watch.onClosed(socket, 1006, "gone"));
    }

    @Test
    void theEventLoopIsNotHeldUpByAWatchThatBreaksWhileItIsTold() {
        assertNotHeldUp(watch -> watch.onFailure(socket, new IllegalStateException("broken"), new MockResponse()));
    }

    private void assertNotHeldUp(Consumer<WebSocketListener> end) {
        MockResponse response = objects.handleWatch(WATCH);
        WebSocketListener watch = response.getWebSocketListener();
        watch.onOpen(socket, response);
        objects.put(application());
        await().until(() -> socket.sending.getCount() == 0);

        CompletableFuture<Void> eventLoop = CompletableFuture.runAsync(() -> end.accept(watch));

        await().until(eventLoop::isDone);
        assertThat(socket.sent.getCount()).isOne();
    }

    private static ObjectNode application() {
        ObjectNode application = JsonNodeFactory.instance.objectNode();
        application.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
        application.putObject("metadata").put("name", "gafaelfawr");
        return application;
    }

    /** Sends nothing before the test says so, as a socket whose event loop is busy. */
    private static final class SlowSocket implements WebSocket {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch sent = new CountDownLatch(1);

        @Override
        public RecordedRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean send(String text) {
            sending.countDown();
            try {
                sent.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }

        @Override
        public boolean send(byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean close(int code, String reason) {
            return true;
        }
    }
}
