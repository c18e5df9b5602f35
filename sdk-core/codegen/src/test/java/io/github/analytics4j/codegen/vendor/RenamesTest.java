package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as good evidence that a name became another one, and what does not. */
class RenamesTest {

    static Stream<Arguments> fields() {
        return Stream.of(
                // the same place between names that stayed
                arguments("a timezone c", "a zone_offset c", Map.of("timezone", "zone_offset")),
                arguments("timezone c", "region c", Map.of("timezone", "region")),
                // at the end stands what is new: there a name has to be like the other
                arguments("a timezone", "a region", Map.of()),
                arguments("a phone_from phone_to", "a phone_from phone_too", Map.of("phone_to", "phone_too")),
                arguments(
                        "a phone_number_from phone_number_to",
                        "a phone_number_from phone_number_called",
                        Map.of("phone_number_to", "phone_number_called")),
                // elsewhere, too
                arguments("a timezone c", "a c time_zone", Map.of("timezone", "time_zone")),
                arguments("a error_message c", "a c error_messages", Map.of("error_message", "error_messages")),
                arguments("a timezone c", "a c tz", Map.of("timezone", "tz")),
                arguments("a agentName c", "a c agent_name", Map.of("agentName", "agent_name")),
                arguments("a lead_name c", "a c lead_full_name", Map.of("lead_name", "lead_full_name")),
                // words that neighbours have too say nothing
                arguments("call_id call_end call_from", "call_id call_from call_type", Map.of()),
                arguments("a lead_name c", "a c vendor_region", Map.of()),
                arguments("total_calls failed_calls", "total_calls missed_calls", Map.of()),
                arguments("total total_calls", "total total_callz", Map.of("total_calls", "total_callz")),
                // a removal and an addition at two places
                arguments("a b c d", "a c x d", Map.of()),
                // two in one gap: the name decides, or nothing does
                arguments("a start stop d", "a begin started d", Map.of("start", "started")),
                arguments("a start stop d", "a red green d", Map.of()),
                arguments("a lead_name name d", "a mood contact_name name d", Map.of("lead_name", "contact_name")),
                arguments(
                        "a lead_name lead_phone d",
                        "a contact_name contact_phone d",
                        Map.of("lead_name", "contact_name", "lead_phone", "contact_phone")),
                // two that look like one: the better one
                arguments("a name b", "a b names nam3", Map.of("name", "names")));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void find_sameSimpleType_takesPlaceOrName(String ours, String theirs, Map<String, String> expected) {
        assertThat(pairs(ours, theirs, Renames.Types.SAME)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void find_anotherType_takesTheSameNameSpelledAnotherWay(String ours, String theirs, Map<String, String> expected) {
        Map<String, String> spelled = pairs(ours, theirs, Renames.Types.DIFFERENT);

        assertThat(spelled)
                .isEqualTo(Stream.of("agentName", "timezone")
                        .filter(name -> Map.of("agentName", "agent_name", "timezone", "time_zone")
                                .get(name)
                                .equals(expected.get(name)))
                        .collect(Collectors.toMap(name -> name, expected::get)));
    }

    @Test
    void find_sameFields_needsNoName_butOneCandidate() {
        assertThat(pairs("items", "entries", Renames.Types.SAME_FIELDS)).isEqualTo(Map.of("items", "entries"));
        assertThat(pairs("items", "entries others", Renames.Types.SAME_FIELDS)).isEmpty();
        assertThat(pairs("items", "itemz others", Renames.Types.SAME_FIELDS)).isEqualTo(Map.of("items", "itemz"));
    }

    @Test
    void ofValues_nameAlone_decides() {
        assertThat(Renames.ofValues(List.of("canceled", "busy"), List.of("cancelled", "lost")))
                .extracting(Renames.Pair::words)
                .containsExactly(" is cancelled (similar name)");
    }

    private static Map<String, String> pairs(String ours, String theirs, Renames.Types types) {
        List<String> own = Arrays.asList(ours.split(" "));
        List<String> other = Arrays.asList(theirs.split(" "));
        List<String> gone = own.stream().filter(name -> !other.contains(name)).toList();
        List<String> added = other.stream().filter(name -> !own.contains(name)).toList();
        return new Renames(own, other, gone, added)
                .find((o, v) -> types).stream().collect(Collectors.toMap(Renames.Pair::ours, Renames.Pair::vendor));
    }
}
