package org.syncgate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.syncgate.access.CurrentUser;
import org.syncgate.model.RequestId;
import org.syncgate.record.Period;
import org.syncgate.record.RecordExport;
import org.syncgate.request.Requests;

/** Hands the record out as JSON lines, while it is read. */
@Controller
class RecordController {

    private static final DateTimeFormatter IN_A_FILE_NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final RecordExport export;
    private final Requests requests;
    private final JsonLines lines;
    private final CurrentUser user;

    RecordController(RecordExport export, Requests requests, JsonLines lines, CurrentUser user) {
        this.export = export;
        this.requests = requests;
        this.lines = lines;
        this.user = user;
    }

    /** One request's, to whoever may see its page. */
    @GetMapping("/requests/{id}/record.jsonl")
    void ofRequest(@PathVariable String id, HttpServletResponse response) throws IOException {
        RequestId request = RequestId.parse(id)
                .filter(known -> requests.find(known).isPresent())
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such request."));
        lines.write(response, request.text() + ".jsonl", line -> export.of(request, line));
    }

    /** Where a period is chosen. */
    @GetMapping("/record")
    String choose(Model model) {
        model.addAttribute("mayExport", mayReadAll());
        model.addAttribute("who", RecordReaders.WHO);
        return "record";
    }

    /** Everything of a period. */
    @GetMapping("/record.jsonl")
    void inPeriod(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        if (!mayReadAll()) {
            throw new Refusal(HttpStatus.FORBIDDEN, RecordReaders.WHO);
        }
        Period period = period(moment("from", from), moment("to", to));
        lines.write(response, name(period), line -> export.in(period, line));
    }

    private boolean mayReadAll() {
        return user.find().filter(RecordReaders::mayReadAll).isPresent();
    }

    private static Period period(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "The period has to end after it begins: from is before to.");
        }
        return new Period(from, to);
    }

    private static Instant moment(String end, String text) {
        return Period.moment(text)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "Write " + end + " as a date, like 2026-11-28, or as a moment, like 2026-11-28T14:00:00Z."));
    }

    private static String name(Period period) {
        return "syncgate-record-" + IN_A_FILE_NAME.format(period.from()) + "-" + IN_A_FILE_NAME.format(period.to())
                + ".jsonl";
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.TEXT_PLAIN)
                .body(refusal.sentence());
    }
}
