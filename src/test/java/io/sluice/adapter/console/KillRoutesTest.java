package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.KillMode;
import io.sluice.port.KillSwitch.Refused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The kill switch over HTTP. */
class KillRoutesTest {

    private static final String PATH = "/api/v1/kill-switch";

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRouter router;

    KillRoutesTest() throws IOException {
        router = new FakeRouter();
    }

    @AfterEach
    void stop() {
        router.close();
        http.close();
    }

    @Test
    void aKillIsTakenAndItsTargetsAreTold() throws Exception {
        HttpResponse<String> answer =
                kills(
                        """
                        {"scope":{"type":"oms","id":"OMS44"},"reason":"runaway","killId":"K1",\
                        "mode":"BLOCK_AND_CANCEL","operator":"kim"}""");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode kill = json(answer);
        assertThat(kill.path("killId").asString()).isEqualTo("K1");
        assertThat(kill.path("scope").asString()).isEqualTo("oms:OMS44");
        assertThat(kill.path("state").asString()).isEqualTo("KILLING");
        assertThat(kill.path("blockedAt").asString()).isEqualTo("2026-03-02T14:30:07.123Z");
        assertThat(kill.path("targets").asInt()).isEqualTo(2);
        assertThat(kill.path("notQuiesced").path(0).asString()).isEqualTo("BRAVO");
        assertThat(kill.path("residue").path(0).asString()).isEqualTo("O1");
        assertThat(asked().by()).isEqualTo("kim");
    }

    @Test
    void modeIdAndOperatorMayBeLeftOutAndTheScopeMayBeAText() throws Exception {
        HttpResponse<String> answer = kills("{\"scope\":\"all\",\"reason\":\"runaway\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(asked().mode()).isEqualTo(KillMode.BLOCK_AND_CANCEL);
        assertThat(json(answer).path("killId").asString()).hasSizeGreaterThan(20);
        assertThat(asked().by()).isEqualTo("api");
    }

    @Test
    void aSweepHasNoTimeOfABlock() throws Exception {
        HttpResponse<String> answer =
                kills("{\"scope\":\"all\",\"mode\":\"CANCEL\",\"reason\":\"r\"}");

        assertThat(json(answer).path("blockedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {"scope":"all","reason":"r","Mode":"BLOCK"}; The field 'Mode' is unknown
                    {"scope":"desk:A","reason":"r"}; all, oms, venue, account, symbol
                    {"scope":"oms:OMS99","reason":"r"}; one of the configured [DEMO, OMS44]
                    {"scope":{"type":"venue","id":"X"},"reason":"r"}; [ALPHA, DELTA]
                    {"scope":{"type":"oms"},"reason":"r"}; oms must be 1 to 64
                    {"scope":"all:X","reason":"r"}; all has no id
                    {"reason":"r"}; scope must be given
                    {"scope":"all"}; The reason must be 1 to 200
                    {"scope":"all","reason":"r","mode":"STOP"}; one of [BLOCK, CANCEL, BLOCK_AND_CANCEL]
                    {"scope":"all","reason":"r","killId":7}; killId must be a text
                    {"scope":"all","reason":"r","killId":" "}; KillId must be
                    [1]; The body must be a JSON object
                    """)
    void whatCannotBeMeantIsRefusedWithWhatCan(String body, String detail) throws Exception {
        HttpResponse<String> answer = kills(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains(detail);
        assertThat(router.killSwitch.kills).isEmpty();
    }

    @Test
    void anIdOfAnotherKillIsAConflict() throws Exception {
        router.killSwitch.answers(
                new Refused(Denial.of(DenialCode.DUPLICATE_KILL_ID, "Kill K1 is one of all")));

        HttpResponse<String> answer =
                kills("{\"scope\":\"oms:DEMO\",\"reason\":\"r\",\"killId\":\"K1\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asString()).contains("Kill K1 is one of all");
    }

    @Test
    void killsAndBlocksAreListedNewestFirst() throws Exception {
        kills("{\"scope\":\"all\",\"reason\":\"r\",\"killId\":\"K1\"}");
        kills("{\"scope\":\"venue:ALPHA\",\"reason\":\"r\",\"killId\":\"K2\"}");

        JsonNode list = json(send(request(PATH).GET()));

        assertThat(list.path("kills").path(0).path("killId").asString()).isEqualTo("K2");
        assertThat(list.path("kills").path(1).path("killId").asString()).isEqualTo("K1");
        assertThat(list.path("blocks").path(0).toString())
                .isEqualTo("{\"scope\":\"all\",\"kills\":[\"K1\"],\"why\":\"kill K1: r\"}");
    }

    @Test
    void aKillIsShownByItsId() throws Exception {
        kills("{\"scope\":\"all\",\"reason\":\"r\",\"killId\":\"OMS44:a/b\"}");

        assertThat(json(send(request(PATH + "/OMS44:a/b").GET())).path("reason").asString())
                .isEqualTo("r");
        HttpResponse<String> unknown = send(request(PATH + "/K9").GET());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("detail").asString()).contains("'K9'");
    }

    @Test
    void aScopeIsRearmedWithAReasonOnly() throws Exception {
        assertThat(send(request(PATH + "/oms:OMS44").DELETE()).statusCode()).isEqualTo(400);
        HttpResponse<String> answer =
                send(request(PATH + "/oms:OMS44?reason=all%20checked").DELETE());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"scope\":\"oms:OMS44\",\"reason\":\"all checked\",\"by\":\"api\"}");
    }

    @Test
    void whatIsNotBlockedIsNotFound() throws Exception {
        router.killSwitch.answers(
                new Refused(Denial.of(DenialCode.NOT_BLOCKED, "No block stands on all")));

        HttpResponse<String> answer = send(request(PATH + "/all?reason=r").DELETE());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("detail").asString()).contains("No block stands on all");
    }

    @Test
    void blocksAreShownAndDoNotMakeTheRouterUnready() throws Exception {
        kills("{\"scope\":\"all\",\"reason\":\"r\",\"killId\":\"K1\"}");

        for (String path : new String[] {"/health/ready", "/api/v1/status"}) {
            HttpResponse<String> answer = send(request(path).GET());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("blocks").path(0).path("scope").asString())
                    .isEqualTo("all");
        }
    }

    private Command.Kill asked() {
        return router.killSwitch.kills.getLast();
    }

    private HttpResponse<String> kills(String body) throws Exception {
        return send(request(PATH).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.api.port() + path))
                .header("Authorization", "Bearer " + FakeRouter.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
