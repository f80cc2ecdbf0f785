package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that would be more than words, in every text people can write: all are shown as text. */
class EvilWordsIT extends ScreenFixture {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What every name and sentence of the town ends with, as pages get it. */
  private static final String POISON =
      " </p><img src=x onerror=alert(0)><script>alert(0)</script><!--?lit$0$-->${alert(0)}";

  private static final String DEVICE = "evil-words";
  private static final String CELL = "990001001003004";
  private static final String WORKS = "municipal-works";

  private final List<String> words = evilWords();
  private String number = "";
  private String code = "";

  private static List<String> evilWords() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/org/zhili/itests/evil-words.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes everything of it into whatever takes it. */
  @BeforeAll
  void write() {
    town().people().allComeIn();
    Rest operator = town().people().operator();
    for (String word : words) {
      reported(word, word);
    }
    JsonNode file = reported("井盖松动", "中山路");
    number = file.path("number").asText();
    code = file.path("publicCode").asText();
    Matter matter = new Matter(town(), file.path("id").asText());
    for (String word : words) {
      operator
          .once(
              "/cases/" + matter.id() + "/actions",
              "{\"action\": \"note\", " + field("note", word) + "}")
          .expect(200);
    }
    String all = String.join("\n", words);
    matter.act(operator, "accept", field("note", all.substring(0, 1900)));
    matter.ledBy(WORKS);
    Rest works = town().people().of(WORKS);
    matter.act(works, "acknowledge");
    town()
        .anybody()
        .post("/public/progress/" + code + "/urging", "{" + field("reason", some(500)) + "}")
        .expect(200);
    matter.act(works, "request-return", field("reason", all.substring(0, 900)));
    device();
  }

  private void device() {
    String place = some(200);
    Rest administrator = town().people().administrator();
    administrator
        .put(
            "/assets/" + DEVICE,
            "{\"type\": \"manhole_cover\", \"name\": {%s, %s}, \"area\": \"%s\", %s, \"owner\": \"%s\"}"
                .formatted(
                    field("zh", some(100)),
                    field("en", some(100)),
                    CELL,
                    field("address", place),
                    WORKS))
        .expect(200);
    administrator
        .put(
            "/devices/" + DEVICE,
            "{\"type\": \"manhole_cover\", \"driver\": \"city-json\", \"area\": \"%s\", %s}"
                .formatted(CELL, field("address", place)))
        .expect(200);
    try (Device gateway = town().gateway("evil-gateway")) {
      gateway.publish("zhili/v1/demo/" + DEVICE + "/up", String.join("\n", words));
      gateway.publish(
          "zhili/v1/demo/" + DEVICE + "/up",
          "{\"device_id\": \"%s\", \"type\": \"manhole_cover\", \"status\": \"tilted\", %s}"
              .formatted(DEVICE, field("location", some(60))));
      gateway.publish("zhili/v1/demo/evil-stranger/up", some(900));
    }
    String path =
        "/plug-ins/DeviceDriver/sl651/isolation?reason="
            + URLEncoder.encode(some(200), StandardCharsets.UTF_8);
    administrator.put(path, "").expect(204);
    administrator.delete(path).expect(204);
  }

  /** As many of them as a field takes. */
  private String some(int length) {
    List<String> chosen = new ArrayList<>();
    int room = length;
    for (String word : words) {
      if (word.length() + 1 <= room) {
        chosen.add(word);
        room -= word.length() + 1;
      }
    }
    return String.join(" ", chosen);
  }

  private static String field(String name, String text) {
    try {
      return "\"" + name + "\": " + JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode reported(String summary, String address) {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "filing": "cover-rattling", "source": "hotline",
             "subject": "manhole_cover", "condition": "rattling", "area": "%s", %s, %s,
             "position": {"latitude": 39.8027, "longitude": 101.6029}}"""
                .formatted(CELL, field("summary", summary), field("address", address)))
        .expect(201)
        .json();
  }

  @Test
  void what_people_write_stands_in_lists_on_the_map_and_in_the_trace_as_they_wrote_it() {
    Page page = screen().openAs("operator", 1280, 800, "#/cases/" + number);
    Tour tour = new Tour(page);
    tour.go("cases/" + number);
    assertThat(joined(page)).contains(words);
    tour.go("cases");
    page.getByText("显示更多").click();
    page.waitForCondition(() -> page.locator("td.what").count() > 60);
    assertThat(page.locator("td.what").allTextContents()).containsAll(words);
    tour.go("map");
    page.waitForCondition(() -> joined(page).contains("constructor"));
    assertThat(joined(page)).contains(words.subList(words.size() - 20, words.size()));
    for (String word :
        words.subList(0, 6)) { // what is sought, and where somebody goes, are words too
      tour.go("cases");
      page.fill("input[type=search]", word);
      assertThat(page.locator("td.what").first()).containsText(word);
      page.evaluate("word => { location.hash = '#/cases/' + encodeURIComponent(word); }", word);
      assertThat(page.locator("[role=alert]").first()).isVisible();
    }
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_residents_and_devices_say_and_files_are_called_is_text(@TempDir Path folder)
      throws IOException {
    Page page = screen().openAs("admin", 1280, 800, "#/devices/one/" + DEVICE);
    Tour tour = new Tour(page);
    tour.go("devices/one/" + DEVICE);
    assertThat(joined(page)).contains(some(200)).contains(some(60)).contains(words.subList(0, 9));
    Page audit = screen().openAs("audit", 1280, 800, "#/audit");
    new Tour(audit).go("audit");
    assertThat(joined(audit)).contains(some(200));
    tour.go("plug-ins");
    for (String word : List.of(words.get(3), words.get(5), "${alert(1)}")) {
      Path file = Files.writeString(folder.resolve(word + ".jar"), "PK");
      page.setInputFiles("input[type=file]", file);
      page.locator("zhili-shelf form button").first().click();
      // the page leaves of a name what names are made of
      assertThat(page.locator("zhili-shelf [role=alert]"))
          .containsText(word.replaceAll("[^\\p{L}\\p{N}._+() -]", "_") + ".jar");
    }
    assertThat(screen().faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "admin", "supervisor"})
  void whatever_name_the_city_gives_anything_is_text_on_every_page(String account) {
    Page page = screen().openAs(account, 1280, 800, "#/cases");
    poisoned(page);
  }

  @Test
  void the_same_holds_on_the_pages_of_grid_workers_and_residents() {
    town().people().patrolling("evil-reader", CELL);
    Page field = screen().loggedIn("evil-reader", 390, 844, "/field/");
    field.waitForSelector(".tiles a");
    poisoned(field);
    Page resident = screen().at(390, 844, "/residents/");
    resident.evaluate("code => localStorage.setItem('zhili-codes', JSON.stringify([code]))", code);
    poisoned(resident);
  }

  private void poisoned(Page page) {
    page.route("**/api/**", EvilWordsIT::poison);
    page.evaluate(
        "navigator.serviceWorker?.getRegistrations().then(all => all.map(one => one.unregister()))");
    page.reload();
    page.waitForSelector("main *");
    List<String> paths =
        new Tour(page)
            .visit(
                path ->
                    assertThat(page.evaluate("document.querySelectorAll('main img[src=x]').length"))
                        .as(path)
                        .isEqualTo(0));
    assertThat(paths).hasSizeGreaterThan(2);
    assertThat(screen().faults()).isEmpty();
  }

  /** Let what the town answers say the poison wherever it says something in both languages. */
  private static void poison(Route route) {
    if (!route.request().method().equals("GET") || route.request().url().endsWith("/api/live")) {
      route.resume();
      return;
    }
    APIResponse answer = route.fetch();
    String type = answer.headers().getOrDefault("content-type", "");
    if (!type.contains("json") || answer.status() != 200) {
      route.fulfill(new Route.FulfillOptions().setResponse(answer));
      return;
    }
    try {
      JsonNode tree = JSON.readTree(answer.body());
      spoil(tree);
      route.fulfill(
          new Route.FulfillOptions()
              .setResponse(answer)
              .setBodyBytes(JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void spoil(JsonNode tree) {
    if (tree instanceof ObjectNode node && node.path("zh").isTextual()) {
      Map<String, String> both =
          node.properties().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, one -> one.getValue().asText() + POISON));
      both.forEach(node::put);
    } else {
      tree.forEach(EvilWordsIT::spoil);
    }
  }

  private static String joined(Page page) {
    return String.join("\n", Tour.words(page));
  }
}
