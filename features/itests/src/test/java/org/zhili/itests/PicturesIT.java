package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of the READMEs, of the city of the demonstration; only when it is asked to:
 * {@code mvn verify -pl features/itests -Dit.test=PicturesIT -Dzhili.pictures=true}.
 */
@EnabledIfSystemProperty(named = "zhili.pictures", matches = "true")
class PicturesIT {
  private static final Path FRAMEWORK = Path.of("../../framework");
  private static final int ENOUGH_CASES = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void of_the_demonstration() throws Exception {
    UnpackedTown archive = UnpackedTown.in("pictures");
    Path home = archive.town().home();
    Path said = home.resolve("demo.txt");
    ProcessBuilder demo =
        new ProcessBuilder(home.resolve("bin/zhili").toString(), "demo", "--speed", "60")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    demo.environment().put("LC_ALL", "zh_CN.UTF-8");
    demo.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process running = demo.start();
    try {
      Eventually.passes(PATIENCE, () -> assertThat(Files.readString(said)).contains("MC-001"));
      take(Files.readString(said));
    } finally {
      running.destroy();
      running.waitFor();
    }
  }

  private static void take(String said) throws IOException {
    int port = Integer.parseInt(found("http://127\\.0\\.0\\.1:(\\d+)/api", said));
    Rest anybody = Rest.anonymous(port);
    Rest operator = session(anybody, "operator", said);
    Eventually.passes(
        PATIENCE,
        () ->
            assertThat(operator.read("/cases/today").path("closed").asInt())
                .isGreaterThan(ENOUGH_CASES));
    String worker = worker(session(anybody, "security", said), anybody);
    try (Screen screen = Screen.of(Screen.chromium().orElseThrow(), port)) {
      String password = found("(?m)^  operator +(\\S+)", said);
      Page desk = screen.loggedIn("operator", password, 1280, 800, "/console/");
      desk.waitForSelector("nav a");
      Tour tour = new Tour(desk);
      for (String path : List.of("cases", "devices")) {
        tour.go(path);
        console(desk, path);
      }
      String number = operator.read("/cases?state=FEEDBACK").at("/items/0/number").asText();
      tour.go("cases/" + number);
      console(desk, "case");
      tour.go("map");
      desk.locator("button").getByText("高发分析").click();
      desk.waitForSelector(".side table");
      console(desk, "map");
      desk.setViewportSize(1600, 900);
      tour.go("wall");
      desk.waitForSelector("zhili-atlas .leaflet-tooltip.name");
      console(desk, "wall");
      String admin = found("(?m)^  admin +(\\S+)", said);
      Page office = screen.loggedIn("admin", admin, 1280, 800, "/console/");
      office.waitForSelector("nav a");
      new Tour(office).go("settings/org.zhili.broker");
      console(office, "settings");
      Page phone = screen.loggedIn("wei", worker, 390, 844, "/field/");
      phone(phone);
      residents(screen, operator);
    }
  }

  private static void phone(Page page) throws IOException {
    Tour tour = new Tour(page);
    page.waitForSelector(".rows li a");
    Picture start = Picture.of(page);
    tour.go("new/bin-full");
    page.selectOption("select[name=area]", "990001002001003");
    page.click("summary");
    page.fill("input[name=address]", "湖湾公园北口");
    page.fill("textarea[name=summary]", "垃圾溢出到人行道上");
    Picture report = Picture.of(page);
    page.navigate(page.url().replaceFirst("#.*", "#/"));
    page.waitForSelector(".rows li a[href*=case]");
    page.locator(".rows li a[href*=case]").first().click();
    page.waitForSelector("button[name=pass]");
    Picture.row(List.of(start, report, Picture.of(page)))
        .keep(FRAMEWORK.resolve("field/docs/phone.png"));
  }

  private static void residents(Screen screen, Rest operator) throws IOException {
    String number = operator.read("/cases?state=HANDLING").at("/items/0/number").asText();
    String code = operator.read("/cases/" + number).path("publicCode").asText();
    Page page = screen.at(390, 844, "/residents/#/report");
    page.waitForSelector("input[name=matter]");
    Picture report = Picture.of(page);
    page.navigate(page.url().replaceFirst("#.*", "#/" + code));
    page.waitForSelector("img.qr");
    Picture.row(List.of(report, Picture.of(page)))
        .keep(FRAMEWORK.resolve("residents/docs/progress.png"));
  }

  private static void console(Page page, String name) throws IOException {
    page.mouse().move(0, 0);
    page.waitForTimeout(300); // what fades has faded
    Picture.of(page).keep(FRAMEWORK.resolve("console/docs/" + name + ".png"));
  }

  /** A grid worker with a password of their own choice, which is answered. */
  private static String worker(Rest security, Rest anybody) {
    JsonNode made =
        security
            .post(
                "/accounts",
                "{\"name\": \"wei\", \"roles\": [\"grid-worker\"], \"areas\": [\"990001002\"]}")
            .expect(201)
            .json();
    String given = made.path("password").asText();
    logIn(anybody, "wei", given)
        .post(
            "/session/password",
            "{\"old\": \"%s\", \"new\": \"%s\"}".formatted(given, People.PASSWORD))
        .expect(204);
    return People.PASSWORD;
  }

  private static Rest session(Rest anybody, String name, String said) {
    return logIn(anybody, name, found("(?m)^  " + name + " +(\\S+)", said));
  }

  private static Rest logIn(Rest anybody, String name, String password) {
    JsonNode opened =
        anybody
            .post("/session", "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password))
            .expect(200)
            .json();
    return anybody.with(opened.path("token").asText());
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
