package org.syncgate.bypass;

import java.util.List;
import java.util.Optional;
import org.syncgate.argocd.ShownSync;

/**
 * Something that may have gone past the gate.
 *
 * @param what in which way
 * @param evidence by what it is known again
 * @param asked by what it was known before it began; empty for what is no sync that has begun
 * @param by who did it, by Argo CD's word
 * @param words what is seen, in sentences
 * @param revisions what is synced, one for each source; empty where that is not known
 * @param sync the sync, unless it is about something else
 * @param worthAsking whether somebody has to say why, where people are asked
 * @param automatic whether it is auto-sync, or what that leads to: then the question about the one does for the other
 */
record Sighting(
        What what,
        String evidence,
        Optional<String> asked,
        String by,
        String words,
        List<String> revisions,
        Optional<ShownSync> sync,
        boolean worthAsking,
        boolean automatic) {}
