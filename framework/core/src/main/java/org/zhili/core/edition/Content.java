package org.zhili.core.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.rules.CalendarDay;

/** A part of a city's dated data, whole: what an edition says. */
public sealed interface Content {
  String CALENDAR = "calendar";
  String CATALOGUE = "catalogue";

  /** Which part: {@link #CALENDAR}, {@link #CATALOGUE}, or the id of a case type. */
  String part();

  /**
   * Equal for equal contents, whatever the order of rows and wherever it is made. It is kept with
   * editions, so its spelling stays the same in every release: {@link Spelling}.
   */
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
      return hash(days.stream().map(Spelling::of));
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
      return hash(rows.stream().map(Spelling::of));
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
      return hash(Spelling.of(type));
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
