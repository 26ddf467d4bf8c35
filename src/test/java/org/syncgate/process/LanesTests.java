package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each cluster has a lane, in which one thing is done after the other. */
class LanesTests {

    private final Lanes lanes = new Lanes();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void howeverManyWaitForAClusterThatHangsTheOthersGoOn() {
        for (int number = 0; number < 10; number++) {
            lanes.run("idfprod", Duration.ZERO, this::waitForTheAnswer);
        }
        lanes.run("idfprod", Duration.ZERO, () -> done.add("idfprod"));

        lanes.run("idfint", Duration.ZERO, () -> done.add("idfint"));

        await().untilAsserted(() -> assertThat(done).containsExactly("idfint"));
        answer.countDown();
        await().untilAsserted(() -> assertThat(done).containsExactly("idfint", "idfprod"));
    }

    @Test
    void whateverGoesWrongInALaneTheNextIsDoneAndWhatIsForLaterIsDoneLater() {
        lanes.run("idfprod", Duration.ofMillis(200), () -> done.add("later"));
        lanes.run("idfprod", Duration.ZERO, () -> {
            throw new IllegalStateException("The database is away");
        });
        lanes.run("idfprod", Duration.ZERO, () -> done.add("now"));

        await().untilAsserted(() -> assertThat(done).containsExactly("now", "later"));
    }

    @Test
    void whoeverIsBeingStoppedIsGivenNothingMoreToDo() {
        lanes.run("idfprod", Duration.ofHours(1), () -> done.add("later"));

        lanes.close();
        lanes.run("idfprod", Duration.ZERO, () -> done.add("too late"));
        lanes.run("idfint", Duration.ZERO, () -> done.add("too late"));

        assertThat(done).isEmpty();
    }

    private void waitForTheAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
