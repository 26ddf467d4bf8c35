package org.syncgate.bypass;

import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;

/**
 * All that matters here of an Application's looks, in short: where it is the same, nothing went past the gate since.
 */
public final class Glance {

    private Glance() {}

    /** Equal for two looks that differ in nothing that matters here. */
    public static String of(LiveApplication live) {
        return Evidence.digest(String.join(
                "\n",
                live.uid(),
                live.askedSync().map(Glance::said).orElse(""),
                live.begunSync().map(Glance::said).orElse(""),
                String.valueOf(live.lastHistoryId()),
                String.valueOf(live.autoSync()),
                live.spec()));
    }

    /** Also what is synced: with a request's id it is ours or not by that. */
    private static String said(ShownSync sync) {
        return String.join(
                " ",
                sync.hand(),
                sync.startedAt().toString(),
                sync.extent().toString(),
                sync.claim().toString(),
                sync.revisions().toString(),
                sync.source());
    }
}
