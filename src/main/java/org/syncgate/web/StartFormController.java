package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the start form to Tasklist, filled with what can be deployed at this moment. */
@RestController
class StartFormController {

    private final StartForm form;

    StartFormController(StartForm form) {
        this.form = form;
    }

    @GetMapping(path = "/forms/deploy-application.form", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> form() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form.filled());
    }
}
