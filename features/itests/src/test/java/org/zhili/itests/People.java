package org.zhili.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The people of one town. Everybody logs in with the one-time password they were given, and chooses
 * {@link #PASSWORD} instead.
 */
final class People {
  static final String PASSWORD = "Stone-bridge-at-noon-2026";

  private final Rest rest;
  private final Path firstLogins;
  private final Map<String, Rest> sessions = new HashMap<>();

  People(Rest rest, Path firstLogins) {
    this.rest = rest;
    this.firstLogins = firstLogins;
  }

  Rest administrator() {
    return first("admin");
  }

  Rest securityAdministrator() {
    return first("security");
  }

  /**
   * Have everybody the town begins with choose a password, so that a browser can log in as them.
   */
  void allComeIn() {
    administrator();
    securityAdministrator();
    auditAdministrator();
    operator();
    supervisor();
  }

  Rest auditAdministrator() {
    return first("audit");
  }

  Rest operator() {
    return first("operator");
  }

  Rest supervisor() {
    return first("supervisor");
  }

  /** Somebody who speaks for a unit; has an account from the first call on. */
  Rest of(String unit) {
    return made("of-" + unit, "\"roles\": [\"unit\"], \"unit\": \"" + unit + "\"");
  }

  /** An operator of one area; has an account from the first call on. */
  Rest in(String area) {
    return made("in-" + area, "\"roles\": [\"operator\"], \"areas\": [\"" + area + "\"]");
  }

  /** Who patrols an area; has an account of this name from the first call on. */
  Rest patrolling(String name, String area) {
    return made(name, "\"roles\": [\"grid-worker\"], \"areas\": [\"" + area + "\"]");
  }

  /** A screen on a wall; has an account of this name from the first call on. */
  Rest display(String name) {
    return made(name, "\"roles\": [\"display\"]");
  }

  private synchronized Rest made(String name, String rights) {
    Rest session = sessions.get(name);
    if (session == null) {
      JsonNode made =
          securityAdministrator()
              .post("/accounts", "{\"name\": \"" + name + "\", " + rights + "}")
              .expect(201)
              .json();
      session = settle(name, made.path("password").asText());
      sessions.put(name, session);
    }
    return session;
  }

  private synchronized Rest first(String name) {
    Rest session = sessions.get(name);
    if (session == null) {
      session = settle(name, oneTimePassword(name));
      sessions.put(name, session);
    }
    return session;
  }

  private Rest settle(String name, String given) {
    Rest session = logIn(name, given);
    session
        .post(
            "/session/password",
            """
            {"old": "%s", "new": "%s"}"""
                .formatted(given, PASSWORD))
        .expect(204);
    return session;
  }

  /** Another session of somebody who has chosen a password. */
  Rest again(String name) {
    return logIn(name, PASSWORD);
  }

  private Rest logIn(String name, String password) {
    JsonNode opened =
        rest.post(
                "/session",
                """
                {"name": "%s", "password": "%s"}"""
                    .formatted(name, password))
            .expect(200)
            .json();
    return rest.with(opened.path("token").asText());
  }

  private String oneTimePassword(String name) {
    try {
      return Files.readAllLines(firstLogins).stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no first login of " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
