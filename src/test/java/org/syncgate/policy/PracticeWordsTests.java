package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.syncgate.model.Cell;
import org.syncgate.model.Disruption;
import org.syncgate.model.Formality;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;

class PracticeWordsTests {

    private static final Map<String, Policy> POLICIES = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    bpmn/deployment-practice.dmn  | science-platform | science    | BLEED | NONE     | Deploys itself.
                    bpmn/deployment-practice.dmn  | science-platform | science    | DEV   | NONE     | Developer at will, no heads-up required.
                    bpmn/deployment-practice.dmn  | science-platform | science    | INT   | NONE     | Courtesy notice, 1 hour's notice at least, announced on #rsp-team.
                    bpmn/deployment-practice.dmn  | science-platform | science    | PROD  | NONE     | Release manager's okay, 24 hours' notice at least, announced on #rsp-team.
                    bpmn/deployment-practice.dmn  | science-platform | telescope  | PROD  | NONE     | In a maintenance window, 24 hours' notice at least, announced on #com-square and #summit-testing-announcements.
                    bpmn/deployment-practice.dmn  | squash           | roundtable | PROD  | EXPECTED | In a maintenance window, 24 hours' notice at least, announced on the service's own channels.
                    bpmn/deployment-practice.dmn  | community        | community  | PROD  | EXPECTED | Out of hours, in co-ordination with forum-team, 24 hours' notice at least, announced on #rubinobs-forum-team.
                    bpmn/deployment-practice.dmn  | efd              | telescope  | PROD  | EXTENDED | Out of hours, in co-ordination with the service's stakeholders, 7 days' notice at least, announced on the service's own channels.
                    practice/another-edition.dmn  | science-platform | science    | PROD  | NONE     | Change control board, approved by 2 of release-managers and 1 of coordinators, 2 days' notice at least, announced on #rsp-team and #com-square.
                    practice/another-edition.dmn  | alerts           | partner    | DEV   | NONE     | Courtesy notice, 90 minutes' notice at least, announced on the service's own channels.
                    """)
    void aPracticeReadsAsOneSentence(
            String file, String service, String deployment, Tier tier, Disruption disruption, String sentence) {
        Answer answer = POLICIES.computeIfAbsent(file, PracticeWordsTests::policy)
                .ask(new Cell(service, deployment, tier, disruption));
        assertThat(answer).isInstanceOf(Answer.Settled.class);
        assertThat(PracticeWords.sentence(((Answer.Settled) answer).practice())).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    CONTINUOUS_DEPLOYMENT | Developer at will, no heads-up required.
                    TEAM_CONSENSUS        | Team consensus, approved by 2 of developers, announced on #x.
                    RELEASE_MANAGER       | Release manager's okay, 24 hours' notice at least, announced on #x.
                    CHANGE_BOARD          | Change control board, approved by 1 of release-managers, 1 of coordinators and 1 of developers, 24 hours' notice at least, announced on #x.
                    """)
    void aPracticeByFormalityReadsAsOneSentence(Formality formality, String sentence) {
        Cell cell = new Cell(Cell.OTHER, "telescope", Tier.PROD, Disruption.NONE, Optional.of(formality));
        Answer answer = policy("bpmn/deployment-practice.dmn").ask(cell);
        assertThat(answer).isInstanceOf(Answer.Settled.class);
        Practice practice = ((Answer.Settled) answer).practice();
        List<String> channels = practice.channels().isEmpty() ? List.of() : List.of("#x");
        assertThat(PracticeWords.sentence(practice.with(channels, List.of()))).isEqualTo(sentence);
    }

    private static Policy policy(String file) {
        return new DecisionTablePolicy(new PracticeProperties(new ClassPathResource(file)));
    }
}
