package org.zhili.resources.internal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.setting.Setting;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.SampleSettings;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;

class SettingsResourceTest {
  private final TestTown town = new TestTown();
  private final SettingsResource settings = town.resource(SettingsResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private static SettingsBody body(String key, String value) {
    return new SettingsBody(List.of(new SettingsBody.Value(key, Optional.of(value))));
  }

  private Response read() {
    return settings.read(SampleSettings.PID, LoggedIn.ADMINISTRATOR);
  }

  private static String tag(Response response) {
    return "\"" + response.getEntityTag().getValue() + "\"";
  }

  private static Setting hours(Response response) {
    return ((SettingsView) response.getEntity()).settings().get(0);
  }

  private Response change(SettingsBody body, String tag) {
    return settings.change(SampleSettings.PID, body, tag, LoggedIn.ADMINISTRATOR);
  }

  private List<String> noted() {
    return town.town().stores().audits().after(0, 1000).stream()
        .map(AuditEntry::note)
        .filter(note -> note.action().equals("setting.changed"))
        .map(note -> note.subject() + ": " + note.detail())
        .toList();
  }

  @Test
  void what_was_read_is_changed_and_goes_back_to_what_is_usual() {
    assertThat(settings.list(LoggedIn.ADMINISTRATOR))
        .extracting(SettingsView::seen)
        .containsExactly(tag(read()));
    Response eight = change(body("hours", "8"), tag(read()));
    assertThat(hours(eight).value()).isEqualTo("8");
    SettingsBody usual =
        new SettingsBody(List.of(new SettingsBody.Value("hours", Optional.empty())));
    Response back = change(usual, tag(eight));
    assertThat(hours(back).written()).isFalse();
    assertThat(noted())
        .containsExactly("sample.part hours: 8, before 12", "sample.part hours: (usual), before 8");
  }

  @Test
  void a_secret_is_neither_told_nor_noted() {
    Response answer = change(body("password", "Seven-Lanterns-8"), tag(read()));
    assertThat(answer.getEntity().toString()).doesNotContain("Lanterns");
    assertThat(noted()).containsExactly("sample.part password: a secret");
  }

  @Test
  void who_has_not_seen_what_is_there_changes_nothing() {
    String first = tag(read());
    change(body("password", "a"), first);
    refused(412, "ZL-3034", () -> change(body("hours", "9"), first));
    refused(
        428,
        "ZL-3033",
        () ->
            settings.change(SampleSettings.PID, body("hours", "9"), null, LoggedIn.ADMINISTRATOR));
    assertThat(hours(read()).value()).isEqualTo("12");
  }

  @Test
  void a_wrong_value_is_refused_at_its_field_and_not_noted() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> change(body("hours", "900"), tag(read())));
    assertThat(refused.problem().code()).isEqualTo("ZL-3142");
    assertThat(refused.problem().violations())
        .extracting(Violation::field)
        .containsExactly("hours");
    assertThat(refused.problem().messages().en()).contains("Write a number from 1 to 168.");
    assertThat(noted()).isEmpty();
  }

  @Test
  void what_is_not_there_or_named_twice_is_refused() {
    refused(404, "ZL-3141", () -> settings.read("sample.none", LoggedIn.ADMINISTRATOR));
    refused(
        404,
        "ZL-3141",
        () -> settings.change("sample.none", body("a", "b"), null, LoggedIn.ADMINISTRATOR));
    SettingsBody twice =
        new SettingsBody(
            List.of(
                new SettingsBody.Value("hours", Optional.of("1")),
                new SettingsBody.Value("hours", Optional.empty())));
    refused(422, "ZL-3143", () -> change(twice, tag(read())));
    refused(403, "ZL-3003", () -> settings.list(LoggedIn.ADMINISTRATOR.in("west")));
  }

  @Test
  void a_town_within_another_program_has_no_settings_of_its_own() {
    SettingsResource none = new SettingsResource(Optional::empty, new Scope(town.town().books()));
    refused(404, "ZL-3140", () -> none.list(LoggedIn.ADMINISTRATOR));
  }
}
