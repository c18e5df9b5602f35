// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.catalog.Parameter;
import java.util.List;

/** The known values for the catalogue. */
final class SynaptiqChoices {
    static final List<Parameter.Choice> GRANULARITY = Parameter.Choice.of(
            "day\nOne step a day.",
            "week\nOne step every seven days; the last one takes what is left and can be longer.",
            "month\nOne step a calendar month.");

    static final List<Parameter.Choice> COMPARAND = Parameter.Choice.of(
            "previous_period\nThe days directly before the period.", "previous_year\nThe same days a year earlier.");

    static final List<Parameter.Choice> CHANNEL = Parameter.Choice.of(
            "web_chat\nThe chat widget on a site.",
            "api\nThe vendor's chat API.",
            "whatsapp\nWhatsApp.",
            "slack\nSlack.");

    static final List<Parameter.Choice> LEAD_SOURCE = Parameter.Choice.of(
            "chat\nCaptured in a chat.",
            "api\nCreated through the API.",
            "import\nImported from a file or another system.",
            "form\nFilled in a form.");

    static final List<Parameter.Choice> ACTIVITY_TYPE = Parameter.Choice.of(
            "lead.created\nA lead was captured.",
            "lead.qualified\nA lead became qualified.",
            "lead.score_changed\nA lead's score moved markedly, up or down.",
            "conversation.started\nA conversation began.",
            "conversation.handoff\nA conversation was handed to a person.",
            "conversion.completed\nA lead bought.",
            "intent.high_value\nA visitor showed that they may buy much.");

    private SynaptiqChoices() {}
}
