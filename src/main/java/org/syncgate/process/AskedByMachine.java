package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.access.Machine;
import org.syncgate.access.MachineOwner;
import org.syncgate.access.MachineOwners;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MachineAsk;
import org.syncgate.request.MachineAsks;
import org.syncgate.request.Requests;

/**
 * Starts a deployment for a machine, in the very way in which its owner would start it in Tasklist: the engine takes the
 * form from the owner, asks for their rights, and whatever is refused is rolled back. That the machine asked, and with
 * which key, is kept in the same transaction; so nothing is lost, or opened twice, wherever it stops (S6).
 */
@Component
public class AskedByMachine {

    private static final String PROCESS = "deploy-application";

    private final TransactionTemplate transaction;
    private final FormService forms;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final MachineAsks asks;
    private final Requests requests;
    private final Records records;
    private final People people;
    private final MachineOwners owners;
    private final Clock clock;

    AskedByMachine(
            TransactionTemplate transaction,
            FormService forms,
            RepositoryService repository,
            IdentityService identity,
            MachineAsks asks,
            Requests requests,
            Records records,
            People people,
            MachineOwners owners,
            Clock clock) {
        this.transaction = transaction;
        this.forms = forms;
        this.repository = repository;
        this.identity = identity;
        this.asks = asks;
        this.requests = requests;
        this.records = records;
        this.people = people;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * Asks for a deployment.
     *
     * @param key what the machine calls this asking, 1 to {@value MachineAsk#MAX_KEY} characters; with one that it has
     *     used before nothing is started
     * @param fields the start form's fields, all texts
     */
    public Asked ask(Machine machine, String key, Map<String, String> fields) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> askInOne(machine, key, fields)));
        } catch (SecondRequest e) {
            return new Asked.SecondOpen(String.valueOf(e.getMessage()));
        } catch (Refused e) {
            return new Asked.Refuses(String.valueOf(e.getMessage()));
        } catch (AuthorizationException e) {
            return new Asked.Forbids("What " + machine.clientId() + " asks for counts as asked for by its owner, "
                    + people.nameOf(machine.owner()) + ", who may not. " + e.getMessage());
        }
    }

    private Asked askInOne(Machine machine, String key, Map<String, String> fields) {
        String fingerprint = Fingerprint.of(fields);
        boolean alone = asks.lock(machine.clientId(), key);
        Optional<MachineAsk> before = asks.find(machine.clientId(), key);
        if (before.isPresent()) {
            return again(before.orElseThrow(), fingerprint);
        }
        if (!alone) {
            return new Asked.KeyInWork(
                    "What " + machine.clientId() + " has sent with this Idempotency-Key is just being"
                            + " worked on: send it again in a moment, with the same key.");
        }
        Optional<String> why = forbids(machine, fields);
        if (why.isPresent()) {
            return new Asked.Forbids(why.orElseThrow());
        }
        MachineOwner owner = owners.of(machine);
        if (owner instanceof MachineOwner.AnswersNot not) {
            return new Asked.Forbids(not.why());
        }
        Person person = ((MachineOwner.Answers) owner).person();
        DeploymentRequest request = start(person, fields);
        record(machine, person, request);
        asks.keep(new MachineAsk(machine.clientId(), key, fingerprint, request.id()));
        return new Asked.Opened(request);
    }

    private Asked again(MachineAsk before, String fingerprint) {
        return before.fingerprint().equals(fingerprint)
                ? new Asked.OpenedBefore(requests.find(before.request()).orElseThrow())
                : new Asked.KeySpent("With this Idempotency-Key, " + before.client()
                        + " has asked for something else already, which became " + before.request()
                        + ". Take a new key for each wish.");
    }

    private static Optional<String> forbids(Machine machine, Map<String, String> fields) {
        // what is no application is the start's to refuse
        Optional<ApplicationId> application =
                Choice.parse(fields.getOrDefault(Vars.APPLICATION, "").strip()).map(Choice::application);
        return application
                .filter(chosen -> !machine.mayAskFor(chosen))
                .map(chosen -> "The configuration lets " + machine.clientId() + " ask for "
                        + String.join(", ", machine.applications()) + ", and " + chosen + " is not among them.");
    }

    private DeploymentRequest start(Person owner, Map<String, String> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        // with their groups as of their last sign-in
        identity.setAuthentication(owner.id(), List.copyOf(owner.groups()));
        try {
            String key = forms.submitStartForm(definition, Map.copyOf(fields)).getBusinessKey();
            return RequestId.parse(key).flatMap(requests::find).orElseThrow();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void record(Machine machine, Person owner, DeploymentRequest request) {
        records.append(new Entry(
                clock.instant(),
                request.id(),
                Optional.of(request.agreement().application()),
                Kind.ASKED_BY_MACHINE,
                machine.who(),
                machine.clientId() + " asked for it. It counts as asked for by its owner, " + owner.name() + " ("
                        + owner.id() + ").",
                request.agreement().target()));
    }
}
