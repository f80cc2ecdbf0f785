package org.zhili.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.zhili.casework.CaseFile;
import org.zhili.embedded.story.TraceForm;

/** The town's REST resources on a server of the host's. */
@TestInstance(Lifecycle.PER_CLASS)
class RestResourcesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE =
      """
      {"action": "feed-back", "evidence": [{"kind": "note", "content": "井盖已复位"},
                                           {"kind": "photo-after", "content": "https://a.example/after.jpg"}]}""";

  private EmbeddedTown town;
  private HostServer server;

  @BeforeAll
  void open() {
    town = Sample.town().storage(Sample.database()).start();
    server = new HostServer(town);
  }

  @AfterAll
  void close() {
    server.close();
    town.close();
  }

  @Test
  void the_story_of_a_tilted_cover_leaves_the_trace_it_leaves_in_osgi() {
    town.ingest(Sample.COVER, Sample.says("tilted")).join();
    CaseFile file = Sample.dispatched(town);
    String path = "cases/" + file.id();

    act(path, "of-municipal-works", "{\"action\": \"acknowledge\"}");
    act(path, "of-municipal-works", DONE);
    act(path, "supervisor", "{\"action\": \"close\"}");

    JsonNode trace = json(server.get("operator", path + "/trace"));
    assertThat(trace.path("intact").asBoolean()).isTrue();
    assertThat(TraceForm.of(trace.path("entries"))).isEqualTo(TraceForm.ofTiltedCover());
  }

  private void act(String path, String account, String action) {
    assertThat(server.post(account, path + "/actions", action).status()).isEqualTo(200);
  }

  private static JsonNode json(HostServer.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobody_reads_cases_without_a_login() {
    HostServer.Answer answer = server.get("nobody", "cases");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("ZL-5008").contains("登录");
  }

  @Test
  void a_unit_does_not_read_the_quarantine() {
    HostServer.Answer answer = server.get("of-municipal-works", "quarantine");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("ZL-5009").contains("角色");
  }
}
