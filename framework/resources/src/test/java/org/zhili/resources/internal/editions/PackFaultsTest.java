package org.zhili.resources.internal.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.city.Unit;
import org.zhili.core.casework.SampleTypes;
import org.zhili.id.UnitId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** A pack that came after an edition, and lacks what that names: told where it is mended. */
class PackFaultsTest {
  private static final String TYPE = "test.component";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String HEADER = "id,subject,lead,from\n";

  private final TestTown town = new TestTown();
  private final EditionResource editions = town.resource(EditionResource.class);
  private final EditionHistoryResource past = town.resource(EditionHistoryResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private TextView read(String part) {
    return (TextView) editions.read(part, null, LoggedIn.ADMINISTRATOR).getEntity();
  }

  private void publish(String part, String text, LocalDate from) {
    PublishBody body = new PublishBody(text, from, "notice", Optional.empty());
    editions.publish(part, body, read(part).seen(), LoggedIn.ADMINISTRATOR);
  }

  private void apply(List<Unit> units) {
    CityPack pack = town.town().editions().pack();
    town.town()
        .apply(
            new CityPack(
                pack.rules(), pack.areas(), units, pack.assets(), pack.devices(), pack.types()));
  }

  @Test
  void a_row_whose_unit_left_the_pack_is_told_with_its_row_and_field_and_stays() {
    List<Unit> all = town.town().editions().pack().units();
    publish("catalogue", HEADER + row("R1", TestTown.WORKS) + row("R2", TestTown.TELECOM), TODAY);
    publish("catalogue", HEADER + row("R3", TestTown.TELECOM), TODAY.plusDays(9));
    assertThat(read("catalogue").faults()).isEmpty();

    apply(all.stream().filter(unit -> !unit.id().equals(TestTown.TELECOM)).toList());
    TextView now = read("catalogue");
    assertThat(now.text()).contains("R1", "R2");
    assertThat(now.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.place()).isEqualTo("2/lead");
              assertThat(fault.why().in(Language.EN)).contains("telecom", "units.csv");
            });
    assertThat(past.history("catalogue", LoggedIn.ADMINISTRATOR))
        .extracting(one -> one.standing() + " " + one.faults().size())
        .containsExactly("WAITING 1", "IN_FORCE 1");

    apply(all);
    assertThat(read("catalogue").faults()).isEmpty();
  }

  private static String row(String id, UnitId lead) {
    return id + ",cover-" + id + "," + lead + ",2026-01-01\n";
  }

  @Test
  void a_filing_that_the_pack_brings_and_uses_is_missed_in_an_edition_without_it() {
    String text = read(TYPE).text();
    publish(TYPE, text.replace("2 HOUR", "1 HOUR"), TODAY);
    assertThat(read(TYPE).faults()).isEmpty();

    apply(withStolen()); // matters.csv of this town names it all along
    assertThat(read(TYPE).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("/filings");
              assertThat(fault.why().in(Language.EN)).contains("stolen", "matters.csv");
            });
    assertThat(past.edition(TYPE, "1", LoggedIn.ADMINISTRATOR).text()).contains("1 HOUR");
  }

  private static CaseType withStolen() {
    CaseType type = SampleTypes.component();
    FilingCondition stolen = new FilingCondition("stolen", Wording.same("stolen"), List.of());
    return new CaseType(
        type.id(),
        type.version(),
        type.name(),
        type.steps(),
        type.passages(),
        Stream.concat(type.filings().stream(), Stream.of(stolen)).toList(),
        type.sides(),
        type.reopenWithin());
  }

  private void apply(CaseType type) {
    CityPack pack = town.town().editions().pack();
    town.town()
        .apply(
            new CityPack(
                pack.rules(),
                pack.areas(),
                pack.units(),
                pack.assets(),
                pack.devices(),
                List.of(type)));
  }
}
