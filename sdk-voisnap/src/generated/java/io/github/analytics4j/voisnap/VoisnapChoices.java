// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.catalog.Parameter;
import java.util.List;

/** The known values for the catalogue. */
final class VoisnapChoices {
    static final List<Parameter.Choice> GROUP_BY = Parameter.Choice.of(
            "day\nOne step a day.", "week\nOne step every seven days.", "month\nOne step a calendar month.");

    static final List<Parameter.Choice> CHANNEL = Parameter.Choice.of(
            "phone\nA telephone call.",
            "webrtc\nA call from a browser.",
            "webchat\nA chat on a site.",
            "sms\nText messages.",
            "whatsapp\nWhatsApp.",
            "telegram\nTelegram.");

    static final List<Parameter.Choice> REPORT_FORMAT =
            Parameter.Choice.of("csv\nComma-separated values.", "pdf\nA document to print.");

    static final List<Parameter.Choice> REPORT_STATUS = Parameter.Choice.of("generating\nThe file is being made.");

    private VoisnapChoices() {}
}
