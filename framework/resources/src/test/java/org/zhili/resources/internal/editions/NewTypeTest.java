package org.zhili.resources.internal.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.text.Language;

/** Case types that a city makes at the console. The town's clock begins on 2026-11-23. */
class NewTypeTest {
  private static final String NEW = "city.street-vending";
  private static final String TYPE = "test.component";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TestTown town = new TestTown();
  private final EditionResource editions = town.resource(EditionResource.class);
  private final EditionHistoryResource past = town.resource(EditionHistoryResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private TextView template(@Nullable String like) {
    return editions.template(NEW, like, LoggedIn.ADMINISTRATOR);
  }

  private TextView read() {
    return (TextView) editions.read(NEW, null, LoggedIn.ADMINISTRATOR).getEntity();
  }

  private void publish(String text, LocalDate from, String seen) {
    PublishBody body = new PublishBody(text, from, "new rules", Optional.empty());
    editions.publish(NEW, body, seen, LoggedIn.ADMINISTRATOR);
  }

  private List<FaultView> check(String text) {
    return editions.check(NEW, new DraftBody(text), LoggedIn.ADMINISTRATOR);
  }

  private Optional<CaseType> inForce() {
    return town.town().types().current(NEW);
  }

  @Test
  void the_smallest_type_and_a_copy_are_whole_and_cases_are_opened_under_them() {
    assertThat(check(template(null).text())).isEmpty();
    TextView copy = template(TYPE);
    assertThat(check(copy.text())).isEmpty();
    assertThat(copy.text()).contains(NEW, "\"version\": 1");
    assertThat(copy.sides())
        .extracting(CaseType.Side::action)
        .contains("suspend", "annul", "request-return", "extend")
        .doesNotContain("halt", "go-on");
    publish(copy.text(), TODAY, copy.seen());
    assertThat(inForce()).map(CaseType::version).contains(1);
    assertThat(read().edition()).contains(1);
    refused(404, "ZL-3228", () -> past.edition(NEW, "0", LoggedIn.ADMINISTRATOR));
    publish(read().text().replace("2 HOUR", "3 HOUR"), TODAY, read().seen());
    assertThat(inForce()).map(CaseType::version).contains(2);
    assertThat(past.edition(NEW, "1", LoggedIn.ADMINISTRATOR).text()).contains("2 HOUR");
    assertThat(past.history(NEW, LoggedIn.ADMINISTRATOR))
        .extracting(EditionView::makes)
        .containsExactly(false, true);
  }

  @Test
  void one_that_waits_for_its_day_is_listed_and_can_be_read_and_changed_before() {
    TextView begun = template(null);
    publish(begun.text(), TODAY.plusDays(1), begun.seen());
    assertThat(inForce()).isEmpty();
    assertThat(editions.list(LoggedIn.ADMINISTRATOR))
        .filteredOn(part -> part.part().equals(NEW))
        .singleElement()
        .satisfies(part -> assertThat(part.waiting()).contains(TODAY.plusDays(1)));
    assertThat(read().text()).contains("\"closed\"");
    assertThat(read().edition()).contains(1);
    refused(409, "ZL-3235", () -> template(null));
    refused(412, "ZL-3034", () -> publish(begun.text(), TODAY, begun.seen()));
    town.pass(Duration.ofHours(15)); // midnight
    town.town().followEditions();
    assertThat(inForce()).isPresent();
  }

  @Test
  void an_id_is_the_citys_own() {
    refused(409, "ZL-3235", () -> editions.template(TYPE, null, LoggedIn.ADMINISTRATOR));
    refused(404, "ZL-3220", () -> template("no.such-type"));
    refused(404, "ZL-3220", () -> editions.template("plain", null, LoggedIn.ADMINISTRATOR));
  }

  @Test
  void what_leads_nowhere_or_is_for_nobody_is_told_with_its_place() {
    String text = template(null).text();
    assertThat(check(text.replace("\"to\": \"closed\"", "\"to\": \"accepted\"")))
        .extracting(FaultView::field)
        .contains("/steps/2");
    assertThat(check(text.replace("\"operator\"", "\"opperator\"")))
        .extracting(FaultView::field)
        .containsExactly("/passages/0/roles", "/passages/1/roles");
    assertThat(check(sides(text, "\"resume\": []")))
        .extracting(FaultView::field)
        .containsExactly("/sides/resume", "/sides/resume");
    assertThat(check(sides(text, "\"resume\": [], \"park\": []")))
        .extracting(fault -> fault.why().zh())
        .singleElement()
        .asString()
        .contains("“挂起”", "“恢复”");
    assertThat(check(sides(text, "\"resume\": [], \"suspend\": [], \"park\": []"))).isEmpty();
    assertThat(check(sides(text, "\"annul\": [\"mayor\"]")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("/sides/annul");
              assertThat(fault.why().in(Language.EN)).contains("mayor", "supervisor");
            });
  }

  private static String sides(String text, String sides) {
    return text.replace("\"reopenWithin\"", "\"sides\": {" + sides + "}, \"reopenWithin\"");
  }

  @Test
  void a_new_type_is_tried_on_the_cases_of_another() {
    Life life = new Life(town);
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    String text = template(TYPE).text().replace("2 HOUR", "1 HOUR");
    assertThat(preview(text, Optional.empty()).all().cases()).isZero();
    PreviewView found = preview(text, Optional.of(TYPE));
    assertThat(found.all().cases()).isEqualTo(1);
    assertThat(found.samples()).extracting(sample -> sample.dues().size()).containsExactly(2);
    refused(404, "ZL-3220", () -> preview(text, Optional.of("no.such-type")));
  }

  private PreviewView preview(String text, Optional<String> cases) {
    return editions.preview(
        NEW,
        new PreviewBody(text, Optional.of(TODAY), Optional.of(TODAY), Optional.empty(), cases),
        LoggedIn.ADMINISTRATOR);
  }
}
