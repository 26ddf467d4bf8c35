package org.syncgate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** What can be deployed at this moment, as the start form lists it. */
@Component
public class Deployables {

    private final ArgoCd argoCd;
    private final Offers offers;
    private final Requests requests;

    Deployables(ArgoCd argoCd, Offers offers, Requests requests) {
        this.argoCd = argoCd;
        this.offers = offers;
        this.requests = requests;
    }

    /** Every pending upgrade and drift in a reachable cluster, ordered by cluster and name. */
    public List<Deployable> now() {
        Map<ApplicationId, DeploymentRequest> open = requests.open().stream()
                .collect(Collectors.toMap(request -> request.agreement().application(), Function.identity()));
        Set<String> reachable = argoCd.clusters().stream()
                .filter(status -> status.reachability() instanceof Reachable)
                .map(ClusterStatus::cluster)
                .map(Cluster::name)
                .collect(Collectors.toUnmodifiableSet());
        return argoCd.seen().stream()
                .filter(live -> reachable.contains(live.id().cluster()))
                .filter(live -> Deployability.refusal(live).isEmpty())
                .map(live -> deployable(live, Optional.ofNullable(open.get(live.id()))))
                .toList();
    }

    private Deployable deployable(LiveApplication live, Optional<DeploymentRequest> open) {
        return new Deployable(
                new Choice(live.id(), Optional.of(Deployability.target(live))), live, offers.all(live), open);
    }
}
