package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.syncgate.access.CurrentUser;

/** Serves the start forms to Tasklist, filled with what can be deployed, amended or frozen at this moment. */
@RestController
class FormsController {

    private final StartForm startForm;
    private final AmendForm amendForm;
    private final FreezeForm freezeForm;
    private final CurrentUser user;

    FormsController(StartForm startForm, AmendForm amendForm, FreezeForm freezeForm, CurrentUser user) {
        this.startForm = startForm;
        this.amendForm = amendForm;
        this.freezeForm = freezeForm;
        this.user = user;
    }

    @GetMapping(path = "/forms/deploy-application.form", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> startForm() {
        return ofThisMoment(startForm.filled());
    }

    @GetMapping(path = "/forms/amend-request.form", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> amendForm() {
        return ofThisMoment(amendForm.filled(user.find().orElseThrow()));
    }

    @GetMapping(path = "/forms/freeze-gates.form", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> freezeForm() {
        return ofThisMoment(freezeForm.filled());
    }

    private static ResponseEntity<JsonNode> ofThisMoment(JsonNode form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form);
    }
}
