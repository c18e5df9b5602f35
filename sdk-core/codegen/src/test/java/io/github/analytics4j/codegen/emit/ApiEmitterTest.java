package io.github.analytics4j.codegen.emit;

import static io.github.analytics4j.codegen.emit.TinyApi.always;
import static io.github.analytics4j.codegen.emit.TinyApi.field;
import static io.github.analytics4j.codegen.emit.TinyApi.operation;
import static io.github.analytics4j.codegen.emit.TinyApi.parameter;
import static io.github.analytics4j.codegen.emit.TinyApi.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiEmitterTest {

    private static final Result THING = new Result.Json(new RecordRef("Thing"));

    @Test
    void operation_hasEachForm_forARequestOrALambda() {
        TinyApi api = new TinyApi()
                .record("Thing")
                .operation(operation(
                        "get",
                        "GET",
                        "/things",
                        THING,
                        parameter("id", Place.QUERY, Scalar.ID, Presence.ALWAYS, null)));

        assertThat(api.body("ThingsApi"))
                .contains("""
                            default Thing get(Consumer<GetRequest.Builder> request) {
                                return prepareGet(request).execute();
                            }
                        """)
                .contains("""
                            default CompletableFuture<Thing> getAsync(Consumer<GetRequest.Builder> request) {
                                return prepareGet(request).executeAsync();
                            }
                        """)
                .contains("""
                            default Invocation<Thing> prepareGet(Consumer<GetRequest.Builder> request) {
                                throw new UnsupportedOperationException("ThingsApi.prepareGet is not overridden");
                            }
                        """)
                .contains("Does get.")
                .contains("@see <a href=\"https://example.com/get\">the vendor's page</a>")
                .doesNotContain("Thing get() {", "(GetRequest request)");
        assertThat(api.body("GetRequest"))
                .contains(
                        "public record GetRequest(String id, RequestOptions options) implements Consumer<GetRequest.Builder> {");
        assertThat(api.body("DefaultThingsApi")).isEqualTo("""
                        final class DefaultThingsApi implements ThingsApi {
                            private final Transport transport;

                            DefaultThingsApi(Transport transport) {
                                this.transport = transport;
                            }

                            @Override
                            public Invocation<Thing> prepareGet(Consumer<GetRequest.Builder> fill) {
                                return transport.prepare(TinyOperations.ThingsGet.OPERATION, GetRequest.of(fill));
                            }
                        }
                        """);
    }

    @Test
    void nothingRequired_mayBeCalledWithNothing() {
        TinyApi api = new TinyApi().record("Thing").operation(operation("get", "GET", "/things", THING));

        assertThat(api.body("ThingsApi")).contains("""
                            default Thing get() {
                                return get(GetRequest.builder().build());
                            }
                        """);
    }

    @Test
    void file_isADownload_withoutAnAsyncFormOfItsOwn() {
        TinyApi api = new TinyApi().operation(operation("file", "GET", "/file", new Result.Link()));

        assertThat(api.body("ThingsApi"))
                .contains("    default Download file(Consumer<FileRequest.Builder> request) {")
                .doesNotContain("fileAsync");
        assertThat(api.body("DefaultThingsApi"))
                .contains("return transport.download(TinyOperations.ThingsFile.OPERATION, FileRequest.of(fill));");
    }

    @Test
    void offset_isWalkedByOffset() {
        TinyApi api =
                paged(Paging.Style.OFFSET, "offset", Scalar.LONG, List.of("things"), List.of("meta", "total"), null);

        assertThat(api.body("ThingsApi"))
                .contains("    default Paged<Thing> list(Consumer<ListRequest.Builder> request) {")
                .contains("    default Things listPage(Consumer<ListRequest.Builder> request) {")
                .contains(
                        "    default CompletableFuture<Things> listPageAsync(Consumer<ListRequest.Builder> request) {")
                .contains("    default Invocation<Things> prepareListPage(Consumer<ListRequest.Builder> request) {")
                .doesNotContain("listAsync(", "prepareList(");
        assertThat(api.body("DefaultThingsApi").replaceAll("\\s+", " "))
                .contains("query.remove(\"limit\"); query.remove(\"offset\");")
                .contains("WalkSpec.offset( \"tiny.things.list\"")
                .contains(
                        ".id(row -> FieldValues.ofKind(row.id(), row.unexpected(), Thing.Codec.ID)) .maxPageSize(100) .pageSize(request.pageSize()) .startOffset(request.offset())")
                .contains(
                        "ListRequest.Builder builder = request.toBuilder().pageSize(at.limit()); builder.offset(at.offset());")
                .contains("Meta meta = value.meta(); Long total = meta == null ? null : meta.total();")
                .contains(".withTotal(total)");
    }

    @Test
    void page_isWalkedByNumber() {
        TinyApi api = paged(Paging.Style.PAGE, "page", Scalar.INT, List.of("things"), null, List.of("meta", "total"));

        assertThat(api.body("DefaultThingsApi").replaceAll("\\s+", " "))
                .contains("query.remove(\"limit\"); query.remove(\"page\");")
                .contains("WalkSpec.page( \"tiny.things.list\"")
                .contains(".startPage(request.page() == null ? null : request.page().longValue())")
                .contains("builder.page(Math.toIntExact(at.pageNumber()));")
                .contains(".withOffset(echo == null ? null : (echo - 1L) * at.limit())");
    }

    @Test
    void window_isWalkedByTime() {
        TinyApi api = paged(Paging.Style.WINDOW, null, Scalar.INT, List.of("things"), null, null);

        assertThat(api.body("DefaultThingsApi").replaceAll("\\s+", " "))
                .contains("query.remove(\"limit\"); return")
                .contains("WalkSpec.window( \"tiny.things.list\"")
                .contains("Thing::at)")
                .contains("Instant from = at.from(); if (from != null) { builder.from(from); }")
                .contains("Instant to = at.to(); if (to != null) { builder.to(to); }")
                .doesNotContain("startOffset", "startPage");
    }

    private static TinyApi paged(
            Paging.Style style,
            @Nullable String position,
            TypeModel positionType,
            List<String> items,
            @Nullable List<String> total,
            @Nullable List<String> echo) {
        Paging paging =
                new Paging(style, position, "limit", "from", "to", 20, 100, items, total, echo, null, "id", "at");
        TypeModel time = new TypeModel.Time(TimeForm.ISO);
        return new TinyApi()
                .record("Thing", field("id", Scalar.ID), field("at", time))
                .record("Meta", field("total", Scalar.LONG))
                .record(
                        "Things",
                        always("things", new ListOf(new RecordRef("Thing"))),
                        field("meta", new RecordRef("Meta")))
                .operation(operation(
                        "list",
                        "GET",
                        "/things",
                        new Result.Json(new RecordRef("Things")),
                        List.of(),
                        paging,
                        query("limit", Scalar.INT),
                        query(position == null ? "other" : position, positionType),
                        query("from", time),
                        query("to", time)));
    }
}
