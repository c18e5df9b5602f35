package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawFaultServerTest {
    @Test
    void answering_sendsExactlyTheseBytesEveryTime() throws Exception {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII);
        try (RawFaultServer server = RawFaultServer.answering(answer)) {
            assertThat(TestClient.send(TestClient.request(server.url() + "/a")).body())
                    .isEqualTo("hi");
            assertThat(TestClient.send(TestClient.request(server.url() + "/b")).body())
                    .isEqualTo("hi");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void answering_garbage_isNoHttp() {
        try (RawFaultServer server = RawFaultServer.answering(new byte[] {0, 1, 2, 3, '\n', '\n'})) {
            assertThatThrownBy(() -> TestClient.send(TestClient.request(server.url() + "/")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void httpsUrl_breaksTheHandshake() {
        try (RawFaultServer server = RawFaultServer.start(
                socket -> socket.getOutputStream().write("no TLS".getBytes(StandardCharsets.US_ASCII)))) {
            assertThatThrownBy(() -> TestClient.send(TestClient.request(server.httpsUrl() + "/")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusing_isRefused() {
        assertThatThrownBy(() -> TestClient.send(TestClient.request(RawFaultServer.refusing() + "/")))
                .isInstanceOf(ConnectException.class);
    }
}
