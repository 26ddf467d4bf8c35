package org.syncgate.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;

/**
 * Who answers for machines. A machine has its owner's rights, and what is known of their groups is what was said at their
 * last sign-in: of somebody who does not come any more nobody hears that they have been taken out of one, so after a time
 * their machines ask in vain (S7).
 */
@Component
public class MachineOwners {

    private static final String OR_ANOTHER = ", or name another owner under " + MachineProperties.CLIENTS + ".";

    private final JdbcPeople people;
    private final SignIn signIn;
    private final Duration validFor;
    private final Clock clock;

    MachineOwners(JdbcPeople people, SignIn signIn, MachineProperties properties, Clock clock) {
        this.people = people;
        this.signIn = signIn;
        this.validFor = properties.ownerValidFor();
        this.clock = clock;
    }

    /** The owner of a machine, or why they do not answer for it now. */
    public MachineOwner of(Machine machine) {
        Optional<Person> owner = people.find(machine.owner());
        Optional<Instant> seenAt = people.lastSignIn(machine.owner());
        if (owner.isEmpty() || seenAt.isEmpty()) {
            return new MachineOwner.AnswersNot(
                    who(machine) + " has never signed in here, so nobody knows what they may do. Have them sign in once"
                            + OR_ANOTHER);
        }
        if (signIn.wordAges() && !clock.instant().isBefore(seenAt.get().plus(validFor))) {
            return new MachineOwner.AnswersNot(who(machine) + " has not signed in here since "
                    + Moments.time(seenAt.get())
                    + ", so nobody knows whether they still may. Have them sign in once more" + OR_ANOTHER);
        }
        return new MachineOwner.Answers(owner.get());
    }

    private static String who(Machine machine) {
        return "The owner of " + machine.clientId() + ", " + machine.owner() + ",";
    }
}
