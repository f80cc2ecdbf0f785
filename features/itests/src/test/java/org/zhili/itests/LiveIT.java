package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.itests.garden.GardenModule;

/** What changes is told at once, to those who see it, for as long as they are logged in. */
@ExtendWith(SharedTown.class)
class LiveIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String HERE = "990001001001001";
  private static final String ELSEWHERE = "990001002";

  private final Town town;
  private final List<Line> lines = new ArrayList<>();

  LiveIT(Town town) {
    this.town = town;
  }

  /** A line that is read as it comes. */
  private static final class Line implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Stream<String> stream;
    private final Thread reader;
    private volatile boolean ended;

    Line(Rest who) {
      HttpResponse<Stream<String>> answer = who.follow("/live");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      stream = answer.body();
      reader = new Thread(this::read, "line");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try {
        stream.forEach(heard::add);
      } catch (UncheckedIOException e) {
        heard.add("closed"); // by the town, or by the test at its end
      } finally {
        ended = true;
      }
    }

    boolean hasEnded() {
      return ended;
    }

    List<String> heard() {
      return heard;
    }

    @Override
    public void close() {
      reader.interrupt();
      stream.close();
    }
  }

  private Line line(Rest who) {
    Line line = new Line(who);
    lines.add(line);
    return line;
  }

  @AfterEach
  void hangUp() {
    lines.forEach(Line::close);
  }

  @Test
  void a_case_is_told_to_who_sees_it_within_two_seconds_and_to_nobody_else() {
    Line operator = line(town.people().operator());
    Line works = line(town.people().of("municipal-works"));
    Line others = line(town.people().of("drainage"));
    Line elsewhere = line(town.people().in(ELSEWHERE));
    String id = reported();
    Eventually.passes(SOON, () -> assertThat(operator.heard()).anyMatch(text -> names(text, id)));

    String led;
    try (Cover cover = Cover.of(town, "live-cover")) {
      cover.says("tilted");
      led = cover.onlyCase().ledBy("municipal-works").id();
    }
    Eventually.passes(SOON, () -> assertThat(works.heard()).anyMatch(text -> names(text, led)));
    Eventually.passes(SOON, () -> assertThat(operator.heard()).anyMatch(text -> names(text, led)));
    for (Line stranger : List.of(others, elsewhere)) {
      assertThat(stranger.heard()).noneMatch(text -> names(text, id) || names(text, led));
    }
  }

  private static boolean names(String line, String id) {
    return line.startsWith("data: [") && line.contains("{\"id\":\"" + id + "\",\"version\":");
  }

  @Test
  void a_line_ends_soon_after_its_session_and_is_shown_to_be_up_until_then() {
    town.people().operator();
    Rest session = town.people().again("operator");
    Line line = line(session);
    Line other = line(town.people().operator());
    Eventually.passes(Duration.ofSeconds(20), () -> assertThat(line.heard()).contains(":"));
    session.delete("/session").expect(204);
    Eventually.passes(Duration.ofSeconds(30), () -> assertThat(line.hasEnded()).isTrue());
    assertThat(other.hasEnded()).isFalse();
  }

  @Test
  void a_module_that_brings_pages_is_told(@TempDir Path folder) throws Exception {
    Path jar = BundleJar.of(GardenModule.class, folder.resolve("garden.jar"));
    Line works = line(town.people().of("municipal-works"));
    shelf("install " + jar);
    try {
      Eventually.passes(SOON, () -> assertThat(works.heard()).contains("event: pages"));
    } finally {
      shelf("remove org.zhili.itests.garden");
    }
    assertThat(works.heard()).doesNotContain("event: plug-ins");
    assertThat(works.hasEnded()).as("another generation of resources ends no line").isFalse();
  }

  @Test
  void the_bare_address_leads_to_the_console_and_swallows_nothing() throws Exception {
    String front = "http://127.0.0.1:" + town.ports().http();
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<String> bare = asked(http, front + "/");
    assertThat(bare.statusCode()).isEqualTo(302);
    assertThat(bare.headers().firstValue("Location").orElse("")).isEqualTo("console/");
    for (String path : List.of("/nothing", "/api/nothing")) {
      HttpResponse<String> missing = asked(http, front + path);
      assertThat(missing.statusCode()).as(path).isEqualTo(404);
      assertThat(missing.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("application/problem+json");
    }
    assertThat(asked(http, front + "/console/").body()).contains("<zhili-shell>");
  }

  private static HttpResponse<String> asked(HttpClient http, String address) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private void shelf(String words) {
    town.people().administrator(); // without a password of theirs the shell lets nobody in
    assertThat(town.console().run("zhili:module " + words)).doesNotContain("[!]");
  }

  @Test
  void who_is_not_logged_in_is_refused_as_everywhere() {
    HttpResponse<Stream<String>> refused = Rest.anonymous(town.ports().http()).follow("/live");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Rest.anonymous(town.ports().http()).get("/session").status()).isEqualTo(204);
  }

  private String reported() {
    return town.people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "%s", "address": "中山路", "summary": "井盖松动 %d"}"""
                .formatted(HERE, System.nanoTime()))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }
}
