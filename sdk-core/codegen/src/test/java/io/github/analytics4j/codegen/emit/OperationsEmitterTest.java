package io.github.analytics4j.codegen.emit;

import static io.github.analytics4j.codegen.emit.TinyApi.operation;
import static io.github.analytics4j.codegen.emit.TinyApi.parameter;
import static io.github.analytics4j.codegen.emit.TinyApi.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import io.github.analytics4j.codegen.model.TypeModel.Time;
import org.junit.jupiter.api.Test;

class OperationsEmitterTest {

    private static final Result THING = new Result.Json(new RecordRef("Thing"));

    private static String operations(OperationModel operation) {
        return new TinyApi().record("Thing").operation(operation).body("TinyOperations");
    }

    @Test
    void get_isRepeatable_andKeepsItsTrailingSlash() {
        assertThat(operations(operation("get", "GET", "/things/", THING))).isEqualTo("""
                        /** The operations as data, each built when it is first used. */
                        final class TinyOperations {
                            private TinyOperations() {}

                            /** {@code GET /things/} */
                            static final class ThingsGet implements Operation.Encoder<GetRequest> {
                                static final Operation<GetRequest, Thing> OPERATION = Operation.get(
                                                "tiny.things.get", "/things/", new ThingsGet())
                                        .group("slow")
                                        .json(Thing.Codec.INSTANCE);

                                @Override
                                public void encode(GetRequest request, Operation.RequestParts parts) {
                                    parts.options(request.options());
                                }
                            }
                        }
                        """);
    }

    @Test
    void parameters_goWhereTheyBelong_inTheirForm() {
        String operations = operations(operation(
                "get",
                "GET",
                "/things/{id}",
                THING,
                parameter("id", Place.PATH, Scalar.ID, Presence.ALWAYS, null),
                query("model_id", Scalar.ID),
                query("limit", Scalar.INT),
                query("day", Scalar.DATE),
                query("at", new Time(TimeForm.ISO)),
                query("since", new Time(TimeForm.EPOCH_MILLIS)),
                query("until", Scalar.DATE_OR_TIME),
                query("tags", new ListOf(Scalar.STRING))));

        assertThat(operations).contains("""
                                public void encode(GetRequest request, Operation.RequestParts parts) {
                                    parts.path("id", request.id());
                                    parts.query("model_id", request.modelId());
                                    parts.query("limit", request.limit());
                                    parts.queryDate("day", request.day());
                                    parts.queryInstant("at", request.at());
                                    parts.queryEpochMillis("since", request.since());
                                    parts.queryDateOrTime("until", request.until());
                                    parts.queryCsv("tags", request.tags());
                                    parts.options(request.options());
                                }
                        """);
    }

    @Test
    void post_isSentOnce_withItsBody() {
        String operations = operations(operation(
                "make", "POST", "/things", THING, parameter("name", Place.BODY, Scalar.STRING, Presence.ALWAYS, null)));

        assertThat(operations)
                .contains("Operation.post(")
                .contains("parts.jsonBody(MakeRequest.Body.INSTANCE, request);")
                .doesNotContain("repeatable");
    }

    @Test
    void repeatablePost_saysSo() {
        OperationModel post = operation("make", "POST", "/things", THING);
        OperationModel repeatable = new OperationModel(
                post.id(),
                post.group(),
                post.method(),
                post.request(),
                post.httpMethod(),
                post.path(),
                post.rateLimitGroup(),
                true,
                post.doc(),
                post.vendorUrl(),
                post.parameters(),
                post.checks(),
                post.result(),
                null,
                post.location());

        assertThat(operations(repeatable)).contains(".repeatable(true)");
    }

    @Test
    void bareArray_isAList() {
        assertThat(operations(operation("all", "GET", "/things", new Result.Json(new ListOf(new RecordRef("Thing"))))))
                .contains("Operation<AllRequest, List<Thing>> OPERATION")
                .contains(".json(JsonCodecs.list(Thing.Codec.INSTANCE));");
    }

    @Test
    void file_isALink() {
        assertThat(operations(operation("file", "GET", "/file", new Result.Link())))
                .contains("Operation<FileRequest, Download> OPERATION")
                .contains(".streamed(Download::of);");
    }
}
