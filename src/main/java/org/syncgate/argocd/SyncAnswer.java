package org.syncgate.argocd;

/** What became of a request to sync. */
public enum SyncAnswer {
    /** The operation is written; Argo CD will pick it up. */
    ASKED,
    /** Somebody wrote since the judged read: everything has to be judged again. */
    CONFLICT,
    /** The Application is gone. */
    GONE
}
