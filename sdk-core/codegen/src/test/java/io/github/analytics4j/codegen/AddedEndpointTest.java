package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.codegen.docs.ApiReadme;
import io.github.analytics4j.codegen.emit.JavaEmitter;
import io.github.analytics4j.codegen.model.ApiModel;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint that is written into a spec is in the catalogue and in the README, without another line. */
class AddedEndpointTest {

    private static final String TABLE_ENDPOINT = """

            ## Operation `analytics.voicemails`: what was left

            The messages that callers left, by mailbox.

            | Fact | Value |
            |---|---|
            | Request | `GET /analytics/voicemails` |
            | Request type | `VoicemailsRequest` |
            | Result | object `Voicemails` |
            | Paging | none |
            | Rate limit | `analytics` |

            ### Parameters

            | Parameter | Type | Required | Default | Bounds | Meaning |
            |---|---|---|---|---|---|
            | `mailboxId` | `id` | yes | — | — | The mailbox. |
            | `atLeast` | `long` | no | 1 | 1..60 | Only messages of so many seconds. |

            ### Record `Voicemails`

            The messages of a mailbox.

            | Field | Type | Presence | Unit | Meaning |
            |---|---|---|---|---|
            | `total` | `long` | always | count | Number of messages. |
            | `byLanguage` | `map<long>` | always | count | Messages by language. |
            | `messages` | `list<Voicemail>` | always | — | The messages, newest first. |

            ### Record `Voicemail`

            One message.

            | Field | Type | Presence | Unit | Meaning |
            |---|---|---|---|---|
            | `leftAt` | `instant(ISO)` | always | — | When it was left. |
            | `seconds` | `double` | optional | seconds | How long it is \\| or was. |
            | `parts` | `list<VoicemailPart>` | always | — | Its parts. |

            ### Record `VoicemailPart`

            A part of a message.

            | Field | Type | Presence | Unit | Meaning |
            |---|---|---|---|---|
            | `word` | `string` | always | — | What was said. |

            ### Sample

            ```json
            {"total": 1, "byLanguage": {"en": 1}, "messages": [
              {"leftAt": "2026-02-01T00:00:00Z", "seconds": 3.5, "parts": [{"word": "hello"}]}]}
            ```
            """;

    private static final String OPENAPI_ENDPOINT = """
              /agents:
                get:
                  operationId: agents
                  summary: Lists the agents.
                  externalDocs: {url: https://docs.example.com/agents}
                  parameters:
                    - {name: name_part, in: query, description: A part of the name., schema: {type: string}}
                  responses:
                    '200':
                      description: the agents
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Agent'}}
            """;

    @TempDir
    Path folder;

    private Path copy(String module) throws Exception {
        Path spec = Path.of("../..", module, "src/spec");
        try (Stream<Path> files = Files.list(spec)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    /** The catalogue of what was generated, in another package: the module itself is on the class path as well. */
    private List<ApiOperation> operations(ApiModel model, String contents) throws Exception {
        SortedMap<String, String> sources = new TreeMap<>();
        String was = model.packageName();
        String is = "io.github.analytics4j.added";
        JavaEmitter.emit(model)
                .forEach((path, text) ->
                        sources.put(path.replace(was.replace('.', '/'), is.replace('.', '/')), text.replace(was, is)));
        try (CompiledSources compiled =
                CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")))) {
            assertThat(compiled.warnings()).isEmpty();
            Method operations = compiled.type(is + "." + contents).getDeclaredMethod("operations");
            operations.setAccessible(true); // the catalogue of a module calls it
            List<ApiOperation> all = ((List<?>) operations.invoke(null))
                    .stream().map(ApiOperation.class::cast).toList();
            all.forEach(ApiOperation::tables);
            return all;
        }
    }

    @Test
    void emit_endpointInATableSpec_isInTheCatalogueAndInTheReadme() throws Exception {
        Path spec = copy("sdk-callops");
        Path file = spec.resolve("callops.md");
        Files.writeString(file, Files.readString(file) + TABLE_ENDPOINT);
        ApiModel model = Modules.read(spec);

        ApiOperation added = operations(model, "CallOpsContents").stream()
                .filter(each -> each.id().equals("callops.analytics.voicemails"))
                .findFirst()
                .orElseThrow();
        assertThat(added.summary()).isEqualTo("The messages that callers left, by mailbox.");
        assertThat(added.parameters()).extracting(Parameter::name).containsExactly("mailbox_id", "at_least");
        Parameter atLeast = added.parameter("at_least").orElseThrow();
        assertThat(atLeast.type()).isEqualTo(Parameter.Type.INTEGER);
        assertThat(atLeast.max()).isEqualTo(60);
        assertThat(added.tables())
                .extracting(Table::name)
                .containsExactly(
                        "callops_voicemails",
                        "callops_voicemails_by_language",
                        "callops_voicemails_messages",
                        "callops_voicemails_messages_parts");
        assertThat(added.tables().get(2).columns())
                .extracting(Column::toString)
                .containsExactly("left_at TIMESTAMP", "seconds DOUBLE", "parts JSON", "unexpected JSON");
        assertThat(added.tables().get(3).columns())
                .extracting(Column::toString)
                .containsExactly("messages_left_at TIMESTAMP", "word TEXT", "unexpected JSON");

        String readme = ApiReadme.text(model, spec);
        assertThat(readme)
                .contains("\n### callops.analytics.voicemails\n")
                .contains("| `at_least` | integer | no | 1 | 1..60 | Only messages of so many seconds. |")
                .contains("\n### callops_voicemails_messages_parts\n")
                .contains("| `seconds` | `DOUBLE` | yes | seconds | — | How long it is \\| or was. |");
    }

    @Test
    void emit_endpointInAnOpenApiSpec_isInTheCatalogueAndInTheReadme() throws Exception {
        Path spec = copy("sdk-synthflow");
        Path file = spec.resolve("synthflow.yaml");
        String schema = "    Agent:\n      type: object\n      description: One agent.\n      required: [id]\n"
                + "      properties:\n        id: {type: string, description: Its id.}\n"
                + "        labels: {type: array, description: Its labels., items: {type: string}}\n";
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\npaths:\n", "\npaths:\n" + OPENAPI_ENDPOINT)
                        .replace("\n  schemas:\n", "\n  schemas:\n" + schema));
        Path overrides = spec.resolve("overrides.yaml");
        Files.writeString(
                overrides,
                Files.readString(overrides)
                        + "\n  - at: GET /agents\n    set: {x-sdk: {id: synthflow.agents.list, group: agents, method: list,"
                        + " request: ListAgentsRequest, rate-limit: agents}}\n    reason: A test.\n");
        ApiModel model = Modules.read(spec);

        ApiOperation added = operations(model, "SynthflowContents").stream()
                .filter(each -> each.id().equals("synthflow.agents.list"))
                .findFirst()
                .orElseThrow();
        assertThat(added.tables()).extracting(Table::name).containsExactly("synthflow_agents");
        assertThat(added.tables().get(0).columns())
                .extracting(Column::toString)
                .containsExactly("id TEXT", "labels LIST<TEXT>", "unexpected JSON");
        assertThat(added.tables().get(0).parameters())
                .extracting(Parameter::name)
                .containsExactly("name_part");
        assertThat(ApiReadme.text(model, spec))
                .contains("\n### synthflow.agents.list\n")
                .contains("| `labels` | `LIST<TEXT>` | yes | — | — | Its labels. |");
    }
}
