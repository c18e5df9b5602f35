// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The operations for the catalogue. */
final class SynthflowContents {
    private SynthflowContents() {}

    static List<ApiOperation> operations() {
        return List.of(analyticsExport(), callsList());
    }

    private static ApiOperation analyticsExport() {
        var made = ApiOperation.of(
                SynthflowOperations.AnalyticsExport.OPERATION, ExportRequest::builder, ExportRequest.Builder::build);
        made.doc(
                "Fetches the analytics of a workspace, or of one agent, over a range of time.\n\nThe figures are refreshed once an hour. An agent without data is most often an inactive one, or a mistyped model id.",
                "https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export");
        made.timestamp("from_date", ExportRequest.Builder::fromDate, "When the range starts.")
                .byDefault("seven days before now");
        made.timestamp("to_date", ExportRequest.Builder::toDate, "When the range ends.")
                .byDefault("now");
        made.id(
                        "model_id",
                        ExportRequest.Builder::modelId,
                        "The agent to export, by the model id that its page in the dashboard shows.")
                .byDefault("all agents");
        made.choice(
                        "type_of_call",
                        ExportRequest.Builder::typeOfCall,
                        "The kind of agent whose calls are counted.",
                        SynthflowChoices.TYPE_OF_CALL)
                .byDefault("all kinds");
        made.window("from_date", "to_date");
        made.ordered("from_date", "to_date");
        made.atMostDays(120, "from_date", "to_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareExport(request));
        made.tables(SynthflowTables::analyticsExport);
        return made.build();
    }

    private static ApiOperation callsList() {
        var made = ApiOperation.of(
                SynthflowOperations.CallsList.OPERATION, ListCallsRequest::builder, ListCallsRequest.Builder::build);
        made.doc(
                "Lists the calls of one agent, page by page.\n\nThe list can be narrowed by time, status, duration and phone number.",
                "https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls");
        made.id("model_id", ListCallsRequest.Builder::modelId, "The agent whose calls are listed, by its model id.")
                .required();
        made.small("limit", ListCallsRequest.Builder::pageSize, "How many calls a page holds at most.\ncalls")
                .named("pageSize")
                .byDefault("20")
                .bounds(1L, 100L);
        made.integer(
                        "offset",
                        ListCallsRequest.Builder::offset,
                        "The index of the first call of the page, counted from 0.\ncalls")
                .byDefault("0")
                .bounds(0L, null);
        made.timestamp(
                "from_date",
                ListCallsRequest.Builder::fromDate,
                "Calls that started at this instant or later.\nmilliseconds since the epoch on the wire");
        made.timestamp(
                "to_date",
                ListCallsRequest.Builder::toDate,
                "Calls that ended before this instant, which is exclusive. A call in progress has no end and is left out; without this parameter it is listed. To select calls by when they began, leave it out and compare the start time yourself. A walk sends it only if it is given, or if the walk is told to end now.\nmilliseconds since the epoch on the wire");
        made.choice(
                "call_status",
                ListCallsRequest.Builder::callStatus,
                "Calls in this status.",
                SynthflowChoices.CALL_STATUS);
        made.integer(
                        "duration_min",
                        ListCallsRequest.Builder::durationMin,
                        "Calls that lasted this long or longer.\nseconds")
                .bounds(0L, null);
        made.integer(
                        "duration_max",
                        ListCallsRequest.Builder::durationMax,
                        "Calls that lasted this long or shorter.\nseconds")
                .bounds(0L, null);
        made.text(
                "lead_phone_number",
                ListCallsRequest.Builder::leadPhoneNumber,
                "Calls from or to this number, best given in E.164 form, as in +14155552671; its plus is escaped when sent.");
        made.paged("limit", "offset");
        made.window("from_date", "to_date");
        made.ordered("from_date", "to_date");
        made.ordered("duration_min", "duration_max");
        made.prepare((transport, request) -> new DefaultCallsApi(transport).prepareListPage(request));
        made.pages(Table.Paging.OFFSET, 20, 100, (transport, request) -> new DefaultCallsApi(transport).list(request));
        made.tables(SynthflowTables::callsList);
        return made.build();
    }
}
