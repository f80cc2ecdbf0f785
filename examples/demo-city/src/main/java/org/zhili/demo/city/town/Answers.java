package org.zhili.demo.city.town;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.text.Wording;

/** What the town answers, as far as this program wants to know. */
public final class Answers {
  private Answers() {}

  record Session(String token) {}

  /** An account and its one-time password. */
  public record FreshAccount(String name, String password) {
    @Override
    public String toString() {
      return "FreshAccount[" + name + "]";
    }
  }

  public record Credential(String username, String password, String topic) {
    @Override
    public String toString() {
      return "Credential[" + username + "]";
    }
  }

  public record Area(String id, String level, Wording name) {}

  public record Unit(String id, Wording name) {}

  public record Device(String id, String type, String driver, String area, String address) {}

  public record Devices(List<Device> items, Optional<String> next) {}

  public record Evidence(String kind, String content) {}

  /** A photo that was brought, and how evidence names it. */
  public record Photo(String reference) {}

  public record Milestone(String id, Optional<Instant> metAt) {}

  public record Parties(Optional<String> lead, List<String> assisting, List<String> supervising) {}

  /** A case as a row of a list. */
  public record CaseRow(
      String id,
      String number,
      long version,
      String state,
      String standing,
      String subject,
      Wording summary,
      Optional<String> lead) {}

  /** The day it is in the town. */
  public record Today(LocalDate day) {}

  public record CasePage(List<CaseRow> items, Optional<String> next) {}

  /** Everything of a case. */
  public record CaseDetail(
      String id,
      String number,
      String state,
      String source,
      String condition,
      Wording summary,
      Instant reportedAt,
      Optional<Instant> closedAt,
      Optional<String> publicCode,
      Optional<String> filing,
      Optional<String> device,
      List<Evidence> evidence,
      Parties assignment,
      List<Milestone> milestones) {}

  public record Order(long id, String role, String status) {}

  public record Orders(List<Order> items) {}

  public record Advice(Optional<String> lead, List<String> alternatives, Wording why) {}

  public record Review(@JsonProperty("file") CaseRow file, Optional<Advice> advice) {}

  public record Reviews(List<Review> items) {}

  /** An abnormal reading and what became of it. */
  public record Alarm(
      String condition,
      String metric,
      Instant observedAt,
      Instant receivedAt,
      String disposition,
      Optional<String> alert,
      Optional<Wording> reason) {}

  public record Alarms(List<Alarm> items, Optional<String> next) {}

  /** What happened to a case, as far as its words tell. */
  public record TraceEntry(String action, Map<String, String> words) {}

  public record Trace(boolean intact, List<TraceEntry> entries) {}

  public record Stage(Wording name, Optional<Instant> reachedAt) {}

  /** What a resident sees. */
  public record Progress(String number, Wording stateName, List<Stage> stages, boolean ratable) {
    /** Where whoever has the code looks it up. */
    public static String path(String code) {
      return "public/progress/" + code;
    }
  }

  public record Score(
      Optional<Wording> unitName,
      Optional<BigDecimal> total,
      Optional<Wording> ungraded,
      int sample,
      List<ScoreLine> lines) {}

  public record ScoreLine(Wording name, BigDecimal points, BigDecimal maximum, Wording why) {}

  /** How the town is doing. */
  public record Status(
      Instant at,
      Messages messages,
      Map<String, Long> alarms,
      Cases cases,
      long reviewsWaiting,
      long deadTimers) {
    public long alerts() {
      return alarms.getOrDefault("RAISED", 0L);
    }
  }

  public record Messages(
      long received, long stored, long unstored, Map<String, Long> quarantined) {}

  public record Cases(Map<String, Long> open, Map<String, Long> standings) {
    public long closed() {
      return standings.getOrDefault("CLOSED", 0L);
    }
  }
}
