package org.syncgate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.syncgate.access.CurrentMachine;
import org.syncgate.access.Machine;
import org.syncgate.model.RequestId;
import org.syncgate.process.Asked;
import org.syncgate.process.AskedByMachine;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MachineAsk;
import org.syncgate.request.MachineAsks;

/** What machines call: to ask for a deployment, and to wait for its end. */
@RestController
class ApiController {

    static final String REQUESTS = "/api/v1/requests";
    static final String KEY = "Idempotency-Key";
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration IN_A_MOMENT = Duration.ofSeconds(2);

    private static final Pattern KEY_FORM = Pattern.compile("[ -~]{1," + MachineAsk.MAX_KEY + "}");

    private final CurrentMachine machine;
    private final AskedByMachine asking;
    private final MachineAsks asks;
    private final ApiRequests requests;
    private final EndWaits waits;

    ApiController(
            CurrentMachine machine, AskedByMachine asking, MachineAsks asks, ApiRequests requests, EndWaits waits) {
        this.machine = machine;
        this.asking = asking;
        this.asks = asks;
        this.requests = requests;
        this.waits = waits;
    }

    @PostMapping(path = REQUESTS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ApiRequest> ask(HttpServletRequest call) throws IOException {
        String key = key(Collections.list(call.getHeaders(KEY)));
        Asked asked = asking.ask(caller(), key, ApiBody.read(call));
        if (asked instanceof Asked.Opened opened) {
            return answer(HttpStatus.CREATED, opened.request());
        } else if (asked instanceof Asked.OpenedBefore before) {
            return answer(HttpStatus.OK, before.request());
        } else if (asked instanceof Asked.SecondOpen second) {
            throw new Refusal(HttpStatus.CONFLICT, second.why());
        } else if (asked instanceof Asked.KeyInWork busy) {
            throw new Refusal(HttpStatus.CONFLICT, busy.why(), IN_A_MOMENT);
        } else if (asked instanceof Asked.Forbids forbids) {
            throw new Refusal(HttpStatus.FORBIDDEN, forbids.why());
        } else if (asked instanceof Asked.KeySpent spent) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, spent.why());
        }
        throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, ((Asked.Refuses) asked).why());
    }

    /** Somebody else's request is answered as one that does not exist. */
    @GetMapping(path = REQUESTS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    DeferredResult<ApiRequest> look(@PathVariable String id, @RequestParam(defaultValue = "PT0S") String wait) {
        Machine caller = caller();
        RequestId request = RequestId.parse(id)
                .filter(parsed -> asks.isBy(caller.clientId(), parsed))
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "There is no such request among those that " + caller.clientId() + " has asked for."));
        Duration atMost = duration(wait);
        if (atMost.toMillis() == 0) {
            DeferredResult<ApiRequest> now = new DeferredResult<>();
            now.setResult(requests.of(request));
            return now;
        }
        return waits.end(caller.clientId(), request, atMost);
    }

    /** It tells nobody anything that the documentation does not tell, so it is open to all. */
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("api/openapi.json");
    }

    private ResponseEntity<ApiRequest> answer(HttpStatus status, DeploymentRequest request) {
        return ResponseEntity.status(status)
                .location(URI.create(REQUESTS + "/" + request.id()))
                .body(requests.of(request));
    }

    private Machine caller() {
        return machine.find().orElseThrow();
    }

    private static String key(List<String> headers) {
        if (headers.size() != 1 || !KEY_FORM.matcher(headers.get(0)).matches()) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "Send one header " + KEY + " of 1 to " + MachineAsk.MAX_KEY
                            + " printable ASCII characters: a new one"
                            + " for each wish, and the same whenever you send that wish again.");
        }
        return headers.get(0);
    }

    private static Duration duration(String text) {
        try {
            Duration asked = Duration.parse(text);
            if (!asked.isNegative()) {
                return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, "wait is how long to wait for the end at most, like PT30S.");
    }
}
