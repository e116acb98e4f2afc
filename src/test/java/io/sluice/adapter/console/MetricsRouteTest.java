package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Who may read the metrics, and what they read. */
class MetricsRouteTest {

    @Test
    void metricsNeedTheToken() throws Exception {
        try (FakeRouter router = new FakeRouter()) {
            assertThat(answer(router, "Authorization", "Bearer x").statusCode()).isEqualTo(401);
            assertThat(answer(router, "Accept", "text/plain").statusCode()).isEqualTo(401);

            HttpResponse<String> metrics =
                    answer(router, "Authorization", "Bearer " + FakeRouter.TOKEN);
            assertThat(metrics.body()).isEqualTo(FakeRouter.METRICS);
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
        }
    }

    @Test
    void metricsAreForAnyoneWhereTheConfigurationSaysSo() throws Exception {
        try (FakeRouter router = new FakeRouter(false)) {
            assertThat(answer(router, "Accept", "text/plain").body()).isEqualTo(FakeRouter.METRICS);
        }
    }

    private static HttpResponse<String> answer(FakeRouter router, String name, String value)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + router.api.port() + "/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).header(name, value).build(),
                    BodyHandlers.ofString());
        }
    }
}
