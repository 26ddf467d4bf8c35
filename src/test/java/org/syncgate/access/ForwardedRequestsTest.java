package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.syncgate.start.StartRefused;

class ForwardedRequestsTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.3.7", "192.0.2.1"})
    void aConfiguredProxyIsBelieved(String proxy) throws Exception {
        HttpServletRequest request = arrives(proxy);

        assertThat(request.isSecure()).isTrue();
        assertThat(request.getServerName()).isEqualTo("syncgate.example.org");
        assertThat(request.getRemoteAddr()).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.4.7", "192.0.2.2", "127.0.0.1", "::1"})
    void nobodyElseIsBelievedNorCanAnythingBehindReadWhatTheySaid(String somebody) throws Exception {
        HttpServletRequest request = arrives(somebody);

        assertThat(request.isSecure()).isFalse();
        assertThat(request.getServerName()).isEqualTo("localhost");
        assertThat(request.getRemoteAddr()).isEqualTo(somebody);
        assertThat(List.of(
                        "Forwarded", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-For", "X-Forwarded-Prefix"))
                .allSatisfy(header -> assertThat(request.getHeader(header)).isNull());
    }

    @Test
    void byDefaultNobodyIsBelieved() throws Exception {
        assertThat(new ProxyProperties(List.of()).include("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "proxy.example.org", "10.0.3", "10.0.3.0/99", ""})
    void everybodyAndWhatIsNoAddressAreRefusedByTheProperty(String proxy) {
        assertThatThrownBy(() -> new ProxyProperties(List.of(proxy)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("syncgate.proxies has '" + proxy + "'");
    }

    private static HttpServletRequest arrives(String from) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/requests");
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "syncgate.example.org");
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        request.addHeader("X-Forwarded-Prefix", "");
        request.addHeader("Forwarded", "proto=https;host=syncgate.example.org;for=203.0.113.7");
        MockFilterChain chain = new MockFilterChain();
        new ForwardedRequests.Forwarded(new ProxyProperties(List.of("10.0.3.0/24", "192.0.2.1")))
                .doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }
}
