package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.model.Groups;
import org.syncgate.process.AmendableRequest;
import org.syncgate.process.Amendables;

/** The start form of {@code forms/amend-request.form}, filled. */
@Component
class AmendForm {

    private final Amendables amendables;
    private final People people;
    private final FormTemplate template;

    AmendForm(Amendables amendables, People people, ObjectMapper json) {
        this.amendables = amendables;
        this.people = people;
        this.template = new FormTemplate(json, "amend-request.form");
    }

    /** With what this person can amend. */
    JsonNode filled(Person person) {
        List<AmendableRequest> all = amendables.of(person);
        Map<String, String> names = people.namesOf(
                all.stream().map(each -> each.request().wish().requester()).toList());
        ObjectNode form = template.copy();
        ArrayNode components = FormTemplate.components(form);
        ArrayNode values = FormTemplate.values(components, "request");
        all.forEach(each -> values.addObject()
                .put("label", AmendableLabel.of(each, person, names))
                .put("value", each.choice().text()));
        if (all.isEmpty()) {
            FormTemplate.insertText(components, FormTemplate.indexOf(components, "request"), "none", none(person));
        }
        return form;
    }

    private static String none(Person person) {
        return person.isIn(Groups.SYNCGATE_ADMINS)
                ? "**At the moment there is no request that can be amended.**"
                : "**At the moment you have no request that can be amended.** Other people's requests are for them and"
                        + " the administrators to amend.";
    }
}
