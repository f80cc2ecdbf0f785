package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.rest.AccountExportResource;
import org.zhili.access.internal.rest.AccountImportResource;
import org.zhili.access.internal.rest.AccountResource;
import org.zhili.access.internal.rest.Authenticator;
import org.zhili.access.internal.rest.CityRegister;
import org.zhili.access.internal.rest.DatabaseFailureMapper;
import org.zhili.access.internal.rest.RefusalAudit;
import org.zhili.access.internal.rest.SessionResource;
import org.zhili.access.internal.rest.SubjectResource;
import org.zhili.resources.TestTown;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/** The town's own accounts and logins, over HTTP as people meet them. */
abstract class RealLoginsFixture {
  static final String CHOSEN = "correct horse";
  static final String WANG =
      """
      {"name":"wang","roles":["unit"],"unit":"municipal-works"}""";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  final TestTown city = new TestTown();
  TestAccess access;
  LiveTown town;

  @BeforeEach
  void open() {
    access = new TestAccess(folder);
    AccessDesk desk = access.desk();
    town =
        new LiveTown(
            city,
            List.of(new Authenticator(desk), new RefusalAudit(), new DatabaseFailureMapper()),
            List.of(
                new SessionResource(desk),
                new AccountResource(desk, new CityRegister(city.town())),
                new SubjectResource(desk),
                new AccountExportResource(desk, new CityRegister(city.town())),
                new AccountImportResource(desk, new CityRegister(city.town()))));
  }

  @AfterEach
  void close() {
    town.close();
    access.close();
  }

  String login(String name, String password) {
    Town.Answer answer = send("POST", "/session", "", credentials(name, password));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  void choose(String token, String old) {
    String change = "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(old, CHOSEN);
    assertThat(send("POST", "/session/password", token, change).status()).isEqualTo(204);
  }

  static String credentials(String name, String password) {
    return "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
  }

  static String password(Town.Answer made) {
    assertThat(made.status()).as(made.body()).isIn(200, 201);
    return made.json().path("password").asText();
  }

  Town.Answer get(String path, String token) {
    return send("GET", path, token, "");
  }

  Town.Answer send(String method, String path, String token, String json) {
    return send(method, path, token, json, Map.of());
  }

  Town.Answer send(
      String method, String path, String token, String json, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.putAll(more);
    return town.answer(
        new Try(
            method + " " + path,
            method,
            path,
            headers,
            Optional.of(token).filter(given -> !given.isEmpty()),
            Optional.of(json)
                .filter(body -> !body.isEmpty())
                .map(body -> body.getBytes(StandardCharsets.UTF_8))));
  }

  static String told(Town.Answer answer) {
    return answer.status() + " " + answer.code();
  }
}
