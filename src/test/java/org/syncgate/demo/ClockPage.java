package org.syncgate.demo;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.syncgate.model.Moments;

/** The page on which whoever is signed in moves the demo's clock on. Its template is {@code demo/clock.html}. */
final class ClockPage {

    static final String PATH = "/demo/clock";

    private final DemoClock clock;
    private final List<ClockMove> moves;
    private final Supplier<String> next;

    /** @param next what the page says of the next window; empty where there is none */
    ClockPage(DemoClock clock, List<ClockMove> moves, Supplier<String> next) {
        this.clock = clock;
        this.moves = moves;
        this.next = next;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(PATH, request -> show(HttpStatus.OK, ""))
                .POST(PATH, this::move)
                .build();
    }

    private ServerResponse move(ServerRequest request) {
        Optional<ClockMove> chosen = request.param("by").flatMap(this::named);
        if (chosen.isEmpty()) {
            return show(HttpStatus.BAD_REQUEST, "Choose one of the buttons.");
        }
        try {
            clock.moveOn(chosen.get().by().get());
        } catch (IllegalStateException e) {
            return show(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        return ServerResponse.seeOther(URI.create(PATH)).build();
    }

    private Optional<ClockMove> named(String id) {
        return moves.stream().filter(move -> move.id().equals(id)).findFirst();
    }

    private ServerResponse show(HttpStatus status, String fault) {
        return ServerResponse.status(status)
                .render(
                        "demo/clock",
                        Map.of(
                                "now",
                                Moments.exactTime(clock.instant()),
                                "real",
                                Moments.exactTime(Clock.systemUTC().instant()),
                                "moves",
                                moves,
                                "next",
                                next.get(),
                                "fault",
                                fault));
    }
}
