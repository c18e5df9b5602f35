package io.github.analytics4j.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation.
 *
 * @param id its stable id, such as {@code synthflow.calls.list}
 * @param group the accessor of the API interface it belongs to: {@code calls} makes {@code CallsApi}
 * @param method the wished name of its method
 * @param request the wished name of its request record
 * @param httpMethod {@code GET} or {@code POST}
 * @param path relative to the base URL, with {@code {name}} for path parameters; a trailing slash counts
 * @param rateLimitGroup which of the vendor's limits it falls under
 * @param repeatable whether sending it twice does no harm
 * @param doc what it does
 * @param vendorUrl the vendor's page it comes from
 * @param parameters its parameters in the spec's order
 * @param checks rules between parameters
 * @param result what it answers
 * @param paging how it pages, or null
 * @param location its place in the spec
 */
public record OperationModel(
        String id,
        String group,
        String method,
        String request,
        String httpMethod,
        String path,
        String rateLimitGroup,
        boolean repeatable,
        Doc doc,
        String vendorUrl,
        List<ParameterModel> parameters,
        List<Check> checks,
        Result result,
        @Nullable Paging paging,
        SourceLocation location) {

    /** Copies the lists; a page's size is called that, since a limit would be taken for a cap on the rows of a walk. */
    public OperationModel {
        String size = paging == null ? "" : paging.limit();
        parameters = parameters.stream()
                .map(each -> each.wireName().equals(size) ? each.named("pageSize") : each)
                .toList();
        checks = List.copyOf(checks);
    }

    /** The wished name of the method that sends one request; it says so where that is one page of many. */
    public String once() {
        return paging == null ? method : method + "Page";
    }

    /** The parameter of a wire name, or null. */
    public @Nullable ParameterModel parameter(@Nullable String wireName) {
        for (ParameterModel each : parameters) {
            if (each.wireName().equals(wireName)) {
                return each;
            }
        }
        return null;
    }

    /**
     * The longest range of one request, if a walk over a longer one can be made of parts; else null. It takes a list that
     * pages by position, whose rows tell the time that the window selects them by, and a window of days.
     */
    public Check.@Nullable MaxDays walkedInParts() {
        if (paging == null || paging.style() == Paging.Style.WINDOW || paging.time() == null) {
            return null;
        }
        for (Check check : checks) {
            if (check instanceof Check.MaxDays days
                    && days.from().equals(paging.from())
                    && days.to().equals(paging.to())
                    && isDayOrTime(days.from())
                    && isDayOrTime(days.to())) {
                return days;
            }
        }
        return null;
    }

    private boolean isDayOrTime(String wireName) {
        ParameterModel parameter = parameter(wireName);
        return parameter != null && parameter.type() == TypeModel.Scalar.DATE_OR_TIME;
    }
}
