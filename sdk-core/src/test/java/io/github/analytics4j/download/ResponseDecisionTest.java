package io.github.analytics4j.download;

import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.ASK_FOR_ALL;
import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.BEGIN_ANEW;
import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.GIVE_UP;
import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.GO_ON;
import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.NEW_LINK;
import static io.github.analytics4j.download.RangeRequests.ResponseDecision.Action.TRY_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.FileFacts.Validator;
import io.github.analytics4j.download.RangeRequests.ContentRange;
import io.github.analytics4j.download.RangeRequests.ResponseDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDecisionTest {
    private static final FileFacts KNOWN = facts("\"a\"", 100);

    @Test
    void of_wholeFileAtTheStart_goesOn() {
        assertThat(whole(KNOWN, FileFacts.UNKNOWN, 0)).isEqualTo(new ResponseDecision(GO_ON, 0, "it is the beginning"));
    }

    @Test
    void of_wholeFileInTheMiddle_goesOnOnlyIfProvenTheSame() {
        assertThat(whole(facts("\"a\"", 100), KNOWN, 50).action()).isEqualTo(GO_ON);
        assertThat(whole(facts("\"b\"", 100), KNOWN, 50))
                .isEqualTo(new ResponseDecision(BEGIN_ANEW, 0, "the file changed, or the server ignores ranges"));
        assertThat(whole(facts(null, 100), facts(null, 100), 50).action()).isEqualTo(BEGIN_ANEW);
        assertThat(whole(facts("\"a\"", 90), KNOWN, 50).action())
                .as("one of the lengths was a lie")
                .isEqualTo(BEGIN_ANEW);
    }

    @Test
    void of_rest_goesOnWhereTheRangeBegins() {
        assertThat(part(new ContentRange(40, 99, 100), KNOWN, KNOWN, 50))
                .isEqualTo(new ResponseDecision(GO_ON, 40, "it is the rest"));
        assertThat(part(new ContentRange(50, 99, -1), facts(null, -1), KNOWN, 50)
                        .action())
                .isEqualTo(GO_ON);
    }

    @Test
    void of_restOfAnotherFile_asksForAll() {
        assertThat(part(new ContentRange(40, 99, 100), facts("\"b\"", 100), KNOWN, 50))
                .isEqualTo(new ResponseDecision(ASK_FOR_ALL, 0, "the file changed"));
        assertThat(part(new ContentRange(40, 119, 120), facts(null, 120), KNOWN, 50))
                .isEqualTo(new ResponseDecision(ASK_FOR_ALL, 0, "the length changed"));
    }

    @Test
    void of_rangeNobodyAskedFor_asksForAll() {
        assertThat(part(new ContentRange(60, 99, 100), KNOWN, KNOWN, 50))
                .isEqualTo(new ResponseDecision(ASK_FOR_ALL, 0, "the server sent a range nobody asked for"));
        assertThat(part(null, KNOWN, KNOWN, 50))
                .isEqualTo(new ResponseDecision(ASK_FOR_ALL, 0, "the server does not say which range it sent"));
    }

    @ParameterizedTest
    @CsvSource({
        "401,,NEW_LINK,it answered 401",
        "403,AccessDenied,NEW_LINK,it answered 403 AccessDenied",
        "404,NoSuchKey,NEW_LINK,it answered 404 NoSuchKey",
        "410,,NEW_LINK,it answered 410",
        "400,ExpiredToken,NEW_LINK,it answered 400 ExpiredToken",
        "400,InvalidArgument,GIVE_UP,it answered 400 InvalidArgument",
        "400,,GIVE_UP,it answered 400",
        "408,,TRY_AGAIN,it answered 408",
        "425,,TRY_AGAIN,it answered 425",
        "429,,TRY_AGAIN,it answered 429",
        "500,,TRY_AGAIN,it answered 500",
        "503,SlowDown,TRY_AGAIN,it answered 503 SlowDown",
        "522,,TRY_AGAIN,it answered 522",
        "501,,GIVE_UP,it answered 501",
        "505,,GIVE_UP,it answered 505",
        "405,,GIVE_UP,it answered 405",
        "304,,GIVE_UP,it answered 304",
        "204,,GIVE_UP,it answered 204",
        "416,,ASK_FOR_ALL,the file is shorter now"
    })
    void of_status_isJudged(int status, String code, ResponseDecision.Action action, String why) {
        assertThat(ResponseDecision.of(status, null, FileFacts.UNKNOWN, KNOWN, 50, code))
                .isEqualTo(new ResponseDecision(action, 0, why));
        assertThat(List.of(NEW_LINK, GIVE_UP, TRY_AGAIN, ASK_FOR_ALL)).contains(action);
    }

    private static ResponseDecision whole(FileFacts said, FileFacts known, long position) {
        return ResponseDecision.of(200, null, said, known, position, null);
    }

    private static ResponseDecision part(ContentRange range, FileFacts said, FileFacts known, long position) {
        return ResponseDecision.of(206, range, said, known, position, null);
    }

    private static FileFacts facts(String tag, long total) {
        return new FileFacts(new Validator(tag, null), total, List.of(), null, null);
    }
}
