package org.syncgate.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** A store of one request, which can be read under lock only, as the gate has to. */
final class OneRequest implements Requests {

    private final DeploymentRequest request;
    private final List<DeploymentRequest> saved = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();

    OneRequest(DeploymentRequest request) {
        this.request = request;
    }

    /** As it was kept last. */
    DeploymentRequest latest() {
        return saved.isEmpty() ? request : saved.get(saved.size() - 1);
    }

    /** What was kept, the latest last. */
    List<DeploymentRequest> saved() {
        return saved;
    }

    /** What was recorded, each as "KIND by whom: why". */
    List<String> recorded() {
        return recorded;
    }

    @Override
    public Optional<DeploymentRequest> lock(RequestId id) {
        return Optional.of(latest()).filter(it -> it.id().equals(id));
    }

    @Override
    public void save(DeploymentRequest now, Kind kind, String who, String why) {
        saved.add(now);
        recorded.add(kind + " by " + who + ": " + why);
    }

    @Override
    public void save(DeploymentRequest now) {
        throw new UnsupportedOperationException("A grant is recorded");
    }

    @Override
    public Optional<DeploymentRequest> find(RequestId id) {
        throw new UnsupportedOperationException("The gate locks what it judges");
    }

    @Override
    public Optional<DeploymentRequest> open(DeploymentRequest request) {
        throw new UnsupportedOperationException("The gate opens no request");
    }

    @Override
    public Optional<DeploymentRequest> openFor(ApplicationId application) {
        throw new UnsupportedOperationException("The gate is told which request");
    }

    @Override
    public List<DeploymentRequest> all(Collection<RequestId> ids) {
        return ids.contains(request.id()) ? List.of(latest()) : List.of();
    }

    @Override
    public List<DeploymentRequest> open() {
        throw new UnsupportedOperationException("The gate is told which request");
    }

    @Override
    public List<DeploymentRequest> ended(int atMost) {
        throw new UnsupportedOperationException("The gate is told which request");
    }
}
