package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;

class WishTests {

    @ParameterizedTest
    @CsvSource({"x, 10", "x, 2000", "ü, 10", "ü, 2000", "🚀, 10", "🚀, 2000"})
    void aReasonOfTenToTwoThousandCharactersIsOne(String character, int times) {
        assertThatNoException().isThrownBy(() -> wish("ada", character.repeat(times), ""));
    }

    @ParameterizedTest
    @CsvSource({"x, 0", "x, 9", "x, 2001", "🚀, 0", "🚀, 9", "🚀, 2001"})
    void aShorterOrLongerReasonIsRefusedAndAnEmojiCountsAsOneCharacter(String character, int times) {
        assertThatIllegalArgumentException().isThrownBy(() -> wish("ada", character.repeat(times), ""));
    }

    @ParameterizedTest
    @CsvSource({"x, 0, true", "x, 200, true", "x, 201, false", "🚀, 200, true", "🚀, 201, false"})
    void aTicketMayBeEmptyAndHasAtMostTwoHundredCharacters(String character, int times, boolean permitted) {
        String ticket = character.repeat(times);

        if (permitted) {
            assertThat(wish("ada", "A good reason", ticket).ticket()).isEqualTo(ticket);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> wish("ada", "A good reason", ticket));
        }
    }

    @Test
    void aWishIsSomebodys() {
        assertThatIllegalArgumentException().isThrownBy(() -> wish(" ", "A good reason", ""));
    }

    private static Wish wish(String requester, String reason, String ticket) {
        return new Wish(requester, Disruption.NONE, Change.MINOR, reason, ticket);
    }
}
