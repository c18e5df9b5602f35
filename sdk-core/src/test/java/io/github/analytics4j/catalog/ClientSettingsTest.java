package io.github.analytics4j.catalog;

import static io.github.analytics4j.catalog.ThingsCatalog.KEY;
import static io.github.analytics4j.catalog.ThingsCatalog.PLACE;
import static io.github.analytics4j.catalog.ThingsCatalog.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
    private static final String SECRET = "sk_canary_4711";

    @TempDir
    Path folder;

    private Path file(String rights, String text) throws Exception {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void get_severalPlaces_theFirstCountsForEachSettingByItself() throws Exception {
        ClientSettings settings = ClientSettings.of(Map.of("things.region", "EU"))
                .or(ClientSettings.environment(Map.of("THINGS_API_KEY", "of-environment", "THINGS_REGION", "US")))
                .or(ClientSettings.file(
                        file("rw-------", "things.api-key=of-file\nthings.base-url=https://file.example\n")));
        assertThat(settings.get("things", PLACE)).contains("EU");
        assertThat(settings.get("things", KEY)).contains("of-environment");
        assertThat(settings.get("things", URL)).contains("https://file.example");
    }

    @Test
    void get_blank_isNotSet() {
        ClientSettings settings = ClientSettings.of(Map.of("things.api-key", " "))
                .or(ClientSettings.environment(Map.of("THINGS_API_KEY", " key ")));
        assertThat(settings.get("things", KEY)).contains("key");
        assertThat(ClientSettings.NONE.get("things", KEY)).isEmpty();
    }

    @Test
    void either_theEarlierPlaceCounts_andOnePlaceCannotSetBoth() {
        ClientSettings explicit = ClientSettings.of(Map.of("things.region", "EU"));
        ClientSettings environment = ClientSettings.environment(Map.of("THINGS_BASE_URL", "https://x.example"));
        assertThat(explicit.or(environment).either("things", URL, PLACE)).contains(PLACE);
        assertThat(environment.or(explicit).either("things", URL, PLACE)).contains(URL);
        assertThat(ClientSettings.NONE.either("things", URL, PLACE)).isEmpty();
        ClientSettings both = ClientSettings.of(Map.of("things.region", "EU", "things.base-url", "https://x.example"));
        assertThatThrownBy(() -> both.either("things", URL, PLACE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "settings of things: base-url and region exclude one another, and the program sets both: leave one of them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void file_othersMayUseIt_isRefused(String rights) throws Exception {
        Path file = file(rights, "things.api-key=" + SECRET);
        assertThatThrownBy(() -> ClientSettings.file(file))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("run chmod 600 " + file)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void file_linkToAReadableFile_isRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file("rw-r--r--", "things.api-key=" + SECRET));
        assertThatThrownBy(() -> ClientSettings.file(link)).hasMessageContaining("run chmod 600");
    }

    @Test
    void file_missingOrNoText_isRefusedWithoutItsContent() throws Exception {
        assertThatThrownBy(() -> ClientSettings.file(folder.resolve("none")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith("none: cannot be read: it is not there");
        assertThatThrownBy(() -> ClientSettings.file(Files.setPosixFilePermissions(
                        Files.createDirectory(folder.resolve("d")), PosixFilePermissions.fromString("rwx------"))))
                .hasMessageEndingWith("cannot be read: it is a folder");
        Path broken = file("rw-------", "things.api-key=" + SECRET + "\\u00zz");
        assertThatThrownBy(() -> ClientSettings.file(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith("it is no properties file in UTF-8")
                .hasMessageNotContaining(SECRET);
        Path latin = file("rw-------", "");
        Files.write(latin, ("things.api-key=" + SECRET + "\u00fc").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ClientSettings.file(latin)).hasMessageEndingWith("it is no properties file in UTF-8");
    }

    @Test
    void toString_showsNamesAndNoValue() throws Exception {
        ClientSettings settings = ClientSettings.of(Map.of("things.api-key", SECRET))
                .or(ClientSettings.environment(Map.of("THINGS_API_KEY", SECRET)))
                .or(ClientSettings.file(file("rw-------", "things.api-key=" + SECRET)));
        assertThat(settings.toString())
                .startsWith("ClientSettings[the program things.api-key=***; the environment; the file ")
                .doesNotContain(SECRET);
    }

    @Test
    void open_everyMistake_inOneMessage() {
        ClientSettings settings =
                ClientSettings.of(Map.of("things.region", "Mars", "things.apikey", SECRET, "other.api-key", "x"));
        assertThatThrownBy(() -> new ThingsCatalog().open(settings))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("settings of things: api-key is missing: set THINGS_API_KEY in the environment, or"
                        + " things.api-key in a settings file; region must be one of US, EU; was \"Mars\";"
                        + " things.apikey is no setting; there are api-key, base-url, region");
    }
}
