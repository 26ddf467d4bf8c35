package org.syncgate.argocd;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;

/**
 * The Argo CDs of all configured clusters. What is <em>seen</em> comes from the watches and costs nothing; what is
 * <em>read</em> is asked of the Kubernetes API at that moment, which the gate needs.
 */
public interface ArgoCd {

    /** Every Application that the watches know, ordered by cluster and name; those of unreachable clusters as last seen. */
    List<LiveApplication> seen();

    /** One Application as the watch last saw it; empty where the cluster has none of this name or is not configured. */
    Optional<LiveApplication> seen(ApplicationId id);

    /** Every configured cluster and whether it answers, ordered by name. */
    List<ClusterStatus> clusters();

    /** One cluster's status; empty where no such cluster is configured. */
    Optional<ClusterStatus> cluster(String name);

    /** Reads the Application and its project afresh from the Kubernetes API. */
    Reading read(ApplicationId id);

    /**
     * Reads the Application afresh from the Kubernetes API, and leaves its project alone: for whoever wants to know what it
     * shows, and not whether it may be synced.
     */
    ApplicationReading readApplication(ApplicationId id);

    /**
     * Asks Argo CD to sync, by one merge patch that bears the order's resourceVersion.
     *
     * @throws ClusterUnreachable if there was no answer; whether the patch was applied is then unknown, and only a read
     *     tells
     */
    SyncAnswer sync(SyncOrder order);

    /**
     * Takes back an operation that Argo CD has not picked up.
     *
     * @return whether it is gone: false where somebody wrote meanwhile, or where it has been picked up after all
     * @throws ClusterUnreachable if there was no answer
     */
    boolean withdraw(LiveApplication application, SyncMark mark);

    /**
     * Asks Argo CD to compare the Application with its source once more.
     *
     * @throws ClusterUnreachable if there was no answer
     */
    void refresh(ApplicationId id);
}
