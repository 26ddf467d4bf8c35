package org.syncgate.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the record as it is exported: the names of its components are those of the export's fields, and do not change.
 *
 * @param id its number; later entries have higher ones
 * @param at when
 * @param subject what it concerns: a request, a window, a freeze or what went past the gate
 * @param application {@code cluster/name}; null where it concerns more than one
 * @param kind what, for instance {@code request-opened}; one that this version does not know is exported too
 * @param who a person's id, {@code machine:} and a client's, {@link Entry#SYNCGATE}, or who it was by Argo CD's word
 * @param why may be empty
 * @param revisions may be empty
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"id", "at", "subject", "application", "kind", "who", "why", "revisions"})
public record RecordLine(
        long id,
        Instant at,
        String subject,
        @Nullable String application,
        String kind,
        String who,
        String why,
        List<String> revisions) {

    public RecordLine {
        revisions = List.copyOf(revisions);
    }
}
