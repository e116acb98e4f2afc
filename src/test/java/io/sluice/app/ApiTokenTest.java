package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class ApiTokenTest {

    @TempDir private Path data = Path.of("");

    @Test
    void theTokenStaysTheSame() throws IOException {
        ApiToken created = ApiToken.readOrCreate(data);

        assertThat(created.value()).hasSize(43);
        assertThat(ApiToken.readOrCreate(data)).isEqualTo(created);
        assertThat(ApiToken.read(data)).contains(created);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        ApiToken.readOrCreate(data);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("api.token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void itsTextDoesNotShowIt() throws IOException {
        ApiToken token = ApiToken.readOrCreate(data);

        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void aFileWithoutATokenIsRefused() throws IOException {
        Files.writeString(data.resolve("api.token"), "secret\n");

        assertThatThrownBy(() -> ApiToken.readOrCreate(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("api.token holds no token")
                .hasMessageNotContaining("secret");
    }
}
