package org.zhili.core.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Passage;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.rules.CalendarDay;

/** A part of a city's dated data, whole: what an edition says. */
public sealed interface Content {
  String CALENDAR = "calendar";
  String CATALOGUE = "catalogue";

  /** Which part: {@link #CALENDAR}, {@link #CATALOGUE}, or the id of a case type. */
  String part();

  /** Equal for equal contents, whatever the order of rows and wherever it is made. */
  String print();

  /** The working calendar. */
  record Days(List<CalendarDay> days) implements Content {
    public Days {
      days = List.copyOf(days);
    }

    @Override
    public String part() {
      return CALENDAR;
    }

    @Override
    public String print() {
      return hash(days.stream().map(CalendarDay::toString));
    }
  }

  /** The dispatch catalogue. */
  record Rows(List<CatalogueRow> rows) implements Content {
    public Rows {
      rows = List.copyOf(rows);
    }

    @Override
    public String part() {
      return CATALOGUE;
    }

    @Override
    public String print() {
      return hash(rows.stream().map(Rows::words));
    }

    /** Sets in order, since theirs is another in every process. */
    private static String words(CatalogueRow row) {
      return String.join(
          "\0",
          row.id(),
          row.subject(),
          row.condition().toString(),
          row.area().toString(),
          row.lead().value(),
          new TreeSet<>(row.assisting()).toString(),
          new TreeSet<>(row.supervising()).toString(),
          row.from().toString(),
          row.until().toString(),
          row.source().toString());
    }
  }

  /** A case type. Its version counts up by itself, so it makes no difference between two. */
  record Type(CaseType type) implements Content {
    @Override
    public String part() {
      return type.id();
    }

    @Override
    public String print() {
      return hash(
          Stream.of(
              type.name().toString(),
              type.steps().toString(),
              type.passages().stream().map(Type::words).toList().toString(),
              type.filings().stream().map(Type::words).toList().toString(),
              type.sides().stream()
                  .map(side -> side.action() + new TreeSet<>(side.roles()))
                  .sorted()
                  .toList()
                  .toString(),
              type.reopenWithin().toString()));
    }

    private static String words(Passage passage) {
      return String.join(
          "\0",
          passage.from(),
          passage.action(),
          passage.to(),
          new TreeSet<>(passage.roles()).toString(),
          new TreeSet<>(passage.guards()).toString(),
          new TreeSet<>(passage.evidence()).toString());
    }

    private static String words(FilingCondition filing) {
      return filing.milestones().stream()
          .map(
              m ->
                  m.id()
                      + m.name()
                      + m.from()
                      + m.until()
                      + m.limit()
                      + new TreeSet<>(m.evidence()))
          .collect(Collectors.joining("\0", filing.id() + filing.name() + "\0", ""));
    }
  }

  static String hash(Stream<String> words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = words.sorted().collect(Collectors.joining("\0\0"));
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
