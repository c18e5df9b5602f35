package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectedDownloadTest extends Downloading {
    private final Content content = Content.of(300_000, 3);

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void saveTo_redirectOfAnyKind_isFollowed(int status) throws Exception {
        serve(hit -> hit.target().startsWith("/final")
                ? Reply.file(content)
                : Reply.redirect(status, "/final?X-Amz-Signature=" + StorageServer.CANARY));
        saved(content, download());
        assertThat(server.hits()).isEqualTo(2);
        assertThat(server.heads().get(1)).doesNotContain("Referer").doesNotContain("Cookie");
    }

    @Test
    void saveTo_relativeAndAbsoluteHops_areFollowedInTurn() throws Exception {
        serve(hit -> switch (hit.number()) {
            case 1 -> Reply.redirect(302, "next?a=1").header("Set-Cookie", "session=CANARY");
            case 2 -> Reply.redirect(302, "?b=2");
            case 3 -> Reply.redirect(302, server.origin() + "/abs");
            default -> Reply.file(content);
        });
        saved(content, download());
        assertThat(server.heads().stream().skip(1).map(head -> head.split(" ")[1]))
                .containsExactly("/bucket/CANARYpath/next?a=1", "/bucket/CANARYpath/next?b=2", "/abs");
        assertThat(server.heads()).noneMatch(head -> head.contains("Cookie: "));
    }

    @Test
    void saveTo_fourHopsAfterTheApis_areFollowed_fiveAreNot() throws Exception {
        serve(hit -> hit.number() <= 4 ? Reply.redirect(302, "/hop" + hit.number()) : Reply.file(content));
        saved(content, download());
        serve(hit -> hit.number() <= 5 ? Reply.redirect(302, "/hop" + hit.number()) : Reply.file(content));
        links = new Links("other", number -> server.link(number).toString());
        Files.delete(file());
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.BAD_REDIRECT);
        assertThat(failure)
                .hasMessage("download from " + server.origin() + ": more than 5 redirects, the last from "
                        + server.origin() + " (at byte 0)");
    }

    @Test
    void saveTo_redirectWithoutTarget_isAnError() throws Exception {
        serve(hit -> Reply.status(302, ""));
        assertThat(fails(download()))
                .hasMessage("download from " + server.origin() + ": a redirect from " + server.origin()
                        + " names no target (at byte 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://CANARY/x", "https://user:CANARY@host/", "http://[CANARY"})
    void saveTo_redirectToNoHttpLink_isAnErrorThatDoesNotRepeatIt(String location) throws Exception {
        serve(hit -> Reply.redirect(302, location));
        assertThat(fails(download()).getMessage()).contains("leads to something that is no http link");
    }

    @Test
    void saveTo_breaksBehindARedirect_resumesThroughIt() throws Exception {
        serve(hit -> hit.target().startsWith("/final")
                ? Reply.file(content).etag("\"a\"").breakAfter(200_000)
                : Reply.redirect(302, "/final"));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "-", "bytes=198976-", "bytes=198976-");
        assertThat(links.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"301,true", "302,true", "303,true", "307,true", "308,true", "300,false", "304,false", "200,false"})
    void isRedirect_status_isKnown(int status, boolean redirect) {
        assertThat(Connector.isRedirect(status)).isEqualTo(redirect);
    }
}
