package org.syncgate.bypass;

import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;

/**
 * Up to where it is known what an Application has shown: nothing of that is news.
 *
 * @param uid which of those that have ever had its name
 * @param glance what it looked like, in short
 * @param historyId the last history id, -1 where there was none
 * @param begun the {@link Evidence} of the sync that ran last; empty where there was none
 * @param autoSync whether Argo CD synced it by itself
 */
record Baseline(String uid, String glance, long historyId, String begun, boolean autoSync) {

    /** All that it shows now is known. */
    static Baseline of(LiveApplication live) {
        return new Baseline(
                live.uid(),
                Glance.of(live),
                live.lastHistoryId(),
                live.begunSync().flatMap(Evidence::begun).orElse(""),
                live.autoSync());
    }

    Baseline with(boolean autoSyncKnown) {
        return new Baseline(uid, glance, historyId, begun, autoSyncKnown);
    }

    boolean isOf(LiveApplication live) {
        return uid.equals(live.uid());
    }

    /** Whether it has been looked at already. */
    boolean knows(ShownSync sync) {
        return sync.historyId()
                .map(id -> id <= historyId)
                .orElseGet(() -> Evidence.begun(sync).filter(begun::equals).isPresent());
    }
}
