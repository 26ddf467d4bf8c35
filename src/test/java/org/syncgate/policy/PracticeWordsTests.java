package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.syncgate.model.Cell;
import org.syncgate.model.Disruption;
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
                    practice/another-edition.dmn  | science-platform | science    | PROD  | NONE     | Change control board, approved by 2 of release-managers, approved by 1 of coordinators, 2 days' notice at least, announced on #rsp-team and #com-square.
                    practice/another-edition.dmn  | alerts           | partner    | DEV   | NONE     | Courtesy notice, 90 minutes' notice at least, announced on the service's own channels.
                    """)
    void aPracticeReadsAsOneSentence(
            String file, String service, String deployment, Tier tier, Disruption disruption, String sentence) {
        Answer answer = POLICIES.computeIfAbsent(file, PracticeWordsTests::policy)
                .ask(new Cell(service, deployment, tier, disruption));
        assertThat(answer).isInstanceOf(Answer.Settled.class);
        assertThat(PracticeWords.sentence(((Answer.Settled) answer).practice())).isEqualTo(sentence);
    }

    private static Policy policy(String file) {
        return new DecisionTablePolicy(new PracticeProperties(new ClassPathResource(file)));
    }
}
