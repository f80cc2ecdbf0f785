package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/**
 * Every list, count, export and map that the description tells of, for people of another area and
 * of another unit. An operation that shows nothing of the samples to those whose they are, and
 * stands in none of the tables here, fails: it is new, and somebody has to say what it is.
 */
class ForeignListsTest {
  /** What counts, and where in the answer: something for those who see all, nothing for others. */
  private static final Map<String, String> COUNTS =
      Map.of(
          "/cases/counts", "/open",
          "/cases/hot", "/rows/0/now",
          "/cases/places", "/unplaced",
          "/cases/today", "/reported",
          "/status", "/cases/standings/OPEN");

  /** What holds nothing that lies in an area or is with a unit, and why. */
  private static final Map<String, String> UNSCOPED =
      Map.ofEntries(
          Map.entry("/areas", "the books are open to all who work here"),
          Map.entry("/areas/shapes", "the books are open to all who work here"),
          Map.entry("/units", "the books are open to all who work here"),
          Map.entry("/exports/areas", "the books are open to all who work here"),
          Map.entry("/exports/units", "the books are open to all who work here"),
          Map.entry("/case-types", "the city's rules are open to all who work here"),
          Map.entry("/rules", "the city's rules are open to all who work here"),
          Map.entry("/terms", "names of codes are open to all who work here"),
          Map.entry("/matters", "the city's rules are open to all who work here"),
          Map.entry("/plug-ins", "of the whole city, and refused to people of a part of it"),
          Map.entry("/metrics", "of the whole city, and refused to people of a part of it"),
          Map.entry("/doctor", "of the whole city, and refused to people of a part of it"),
          Map.entry("/editions", "of the whole city, and refused to people of a part of it"),
          Map.entry("/settings", "of the whole city, and refused to people of a part of it"),
          Map.entry("/shelf", "of the whole city, and refused to people of a part of it"),
          Map.entry("/trust", "of the whole city, and refused to people of a part of it"),
          Map.entry("/set-aside", "of the whole city, and refused to people of a part of it"),
          Map.entry("/exports/set-aside", "of the whole city, and refused to people of a part"),
          Map.entry("/audit", "of the whole city, and refused to people of a part of it"),
          Map.entry("/exports/audit", "of the whole city, and refused to people of a part"),
          Map.entry("/audit/verification", "of the whole city, and refused to people of a part"),
          Map.entry("/inbox", "of the whole city, and refused to people of a part of it"),
          Map.entry("/exports/inbox", "of the whole city, and refused to people of a part of it"),
          Map.entry(
              "/quarantine",
              "no message here has a device; QuarantineResourceTest has who sees which"),
          Map.entry("/exports/quarantine", "the same rows"),
          Map.entry("/scores", "nothing is graded here; ScoreResourceTest has who sees whose"),
          Map.entry("/exports/scores", "the same rows"),
          Map.entry("/imports/devices/template", "an empty sheet"),
          Map.entry("/imports/assets/template", "an empty sheet"),
          Map.entry("/imports/inbox/template", "an empty sheet"),
          Map.entry("/imports/cases/template", "an empty sheet"),
          Map.entry("/cases/newest", "no case has a name; NewestResourceTest has who sees which"),
          Map.entry("/live", "a stream without an end; WatchTest has who is told what"));

  /** What units see although it is not theirs, and why. */
  private static final Map<String, String> OPEN_TO_UNITS =
      Map.of(
          "/assets", "the register of things is no secret among units",
          "/exports/assets", "the register of things is no secret among units");

  private final LiveTown town = new LiveTown();
  private final List<Operation> lists =
      Operation.of(town.description()).stream()
          .filter(one -> one.method().equals("GET") && !one.open() && !one.path().contains("{"))
          .toList();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void people_of_another_area_are_shown_nothing_of_this_one() {
    for (Operation list : shown()) {
      for (String token : List.of(LiveTown.OTHER_AREA, LiveTown.STRANGER)) {
        assertThat(text(answer(list, token)))
            .as(token + " " + list)
            .doesNotContain(town.marksOfTheEast());
      }
    }
  }

  @Test
  void people_of_another_unit_are_shown_none_of_its_cases() {
    int tried = 0;
    for (Operation list : shown()) {
      if (list.roles().contains(Role.UNIT) && !OPEN_TO_UNITS.containsKey(list.path())) {
        assertThat(text(answer(list, LiveTown.OTHER_UNIT)))
            .as(list.toString())
            .doesNotContain(town.marksOfCases());
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(3);
  }

  @Test
  void nothing_of_elsewhere_is_counted() {
    Set<String> paths = new HashSet<>(COUNTS.keySet());
    for (Operation count : lists) {
      if (paths.remove(count.path())) {
        String pointer = COUNTS.getOrDefault(count.path(), "");
        assertThat(number(count, pointer, LiveTown.ALL)).as(count.toString()).isPositive();
        for (String token : List.of(LiveTown.OTHER_AREA, LiveTown.STRANGER, LiveTown.OTHER_UNIT)) {
          assertThat(number(count, pointer, token)).as(token + " " + count).isZero();
        }
      }
    }
    assertThat(paths).as("counts that are no more").isEmpty();
  }

  private long number(Operation count, String pointer, String token) {
    Town.Answer answer = answer(count, token);
    assertThat(answer.status()).as(token + " " + count).isEqualTo(200);
    return answer.json().at(pointer).asLong();
  }

  @Test
  void every_list_is_one_of_those_that_are_looked_at_here_or_has_a_reason() {
    List<String> unknown = new ArrayList<>();
    Set<String> paths = new HashSet<>(UNSCOPED.keySet());
    for (Operation list : lists) {
      boolean reason = paths.remove(list.path()) || COUNTS.containsKey(list.path());
      if (!reason && !isShown(list)) {
        unknown.add(list.toString());
      }
    }
    assertThat(unknown).as("say of each what it is").isEmpty();
    assertThat(paths).as("reasons for what is no more").isEmpty();
  }

  @Test
  void what_is_the_whole_citys_is_refused_to_people_of_a_part() {
    for (Operation list : lists) {
      if (UNSCOPED.getOrDefault(list.path(), "").startsWith("of the whole city")) {
        assertThat(answer(list, LiveTown.STRANGER).code()).as(list.toString()).isEqualTo("ZL-3003");
      }
    }
  }

  /** The lists in which somebody who sees all is shown something of the samples. */
  private List<Operation> shown() {
    List<Operation> shown =
        lists.stream()
            .filter(one -> !UNSCOPED.containsKey(one.path()) && !COUNTS.containsKey(one.path()))
            .toList();
    assertThat(shown).hasSizeGreaterThan(12);
    return shown;
  }

  private boolean isShown(Operation list) {
    String text = text(answer(list, LiveTown.ALL));
    return town.marksOfTheEast().stream().anyMatch(text::contains);
  }

  private static String text(Town.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    boolean book = answer.header("Content-Type").contains("spreadsheetml");
    return book ? answer.workbook() : answer.body();
  }

  private Town.Answer answer(Operation list, String token) {
    return town.answer(
        new Try(
            list.toString(), "GET", list.path(), Map.of(), Optional.of(token), Optional.empty()));
  }
}
