package org.zhili.demo.city.town;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.text.Wording;

/** What this program sends to the town; see the town's own description for the meaning. */
public final class Bodies {
  private Bodies() {}

  record NameAndPassword(String name, String password) {
    @Override
    public String toString() {
      return "NameAndPassword[" + name + "]";
    }
  }

  record NewPassword(String old, @JsonProperty("new") String chosen) {
    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }

  public record NewAccount(String name, List<String> roles, String unit) {}

  public record Position(double latitude, double longitude) {}

  public record Asset(
      String type,
      Wording name,
      String area,
      String address,
      Position position,
      Optional<String> owner,
      String supervisor) {}

  public record Device(
      String type,
      String driver,
      String area,
      String address,
      Position position,
      Optional<String> asset,
      Map<String, String> settings) {}

  public record Evidence(String kind, String content) {}

  /** What somebody does to a case; which fields it needs depends on the action. */
  public record Action(
      String action,
      Optional<String> reason,
      List<Evidence> evidence,
      Optional<String> filing,
      Optional<Boolean> granted,
      Optional<String> milestone) {
    public static Action of(String action, Evidence... evidence) {
      return new Action(
          action,
          Optional.empty(),
          List.of(evidence),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    public static Action because(String action, String reason) {
      return new Action(
          action,
          Optional.of(reason),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    public static Action file(String filing) {
      return new Action(
          "file",
          Optional.empty(),
          List.of(),
          Optional.of(filing),
          Optional.empty(),
          Optional.empty());
    }

    public static Action grantReturn(String reason) {
      return new Action(
          "decide-return",
          Optional.of(reason),
          List.of(),
          Optional.empty(),
          Optional.of(true),
          Optional.empty());
    }

    public static Action meet(String milestone, Evidence evidence) {
      return new Action(
          "meet",
          Optional.empty(),
          List.of(evidence),
          Optional.empty(),
          Optional.empty(),
          Optional.of(milestone));
    }
  }

  public record Decision(
      String lead, List<String> assisting, List<String> supervising, Optional<String> reason) {}

  public record Report(
      String type,
      Optional<String> filing,
      String source,
      String subject,
      String condition,
      String area,
      String address,
      String summary) {}

  public record Rating(boolean solved, int stars, String comment) {}

  public record Period(LocalDate from, LocalDate to) {}
}
