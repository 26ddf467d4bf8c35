package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackHostTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "[::1]"})
    void thisMachineIsAnswered(String host) throws Exception {
        assertThat(answer(host).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.org",
                "localhost.evil.example.org",
                "127.0.0.1.evil.example.org",
                "192.0.2.1",
                "0.0.0.0",
                "localhosts",
                "[2001:db8::1]",
                "999.0.0.1"
            })
    void aNameThatSomebodyElseOwnsIsNot(String host) throws Exception {
        MockHttpServletResponse answer = answer(host);

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("open it as http://localhost");
    }

    private static MockHttpServletResponse answer(String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/requests");
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LoopbackHost().doFilter(request, response, new MockFilterChain());
        return response;
    }
}
