package org.zhili.citypack;

import java.util.List;
import java.util.Set;
import org.zhili.citypack.internal.PartReading;
import org.zhili.citypack.internal.PartWriting;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;

/**
 * Reads and writes single files of a city pack, in the form {@link CityPackReader} describes, so
 * that they can be edited elsewhere and laid into a pack again.
 *
 * <p>Reading what was written gives equal rows. Thread-safe.
 */
public final class PackPart {
  /** What faults call the calendar. */
  public static final String CALENDAR = "calendar.csv";

  /** What faults call the catalogue. */
  public static final String CATALOGUE = "catalogue.csv";

  private PackPart() {}

  public static Parsed<List<CalendarDay>> calendar(String csv) {
    return PartReading.calendar(csv);
  }

  /** Read a catalogue that may name these areas and units. */
  public static Parsed<List<CatalogueRow>> catalogue(
      String csv, Set<AreaId> areas, Set<UnitId> units) {
    return PartReading.catalogue(csv, areas, units);
  }

  /** Write a calendar, a day on each line. */
  public static String calendar(List<CalendarDay> days) {
    return PartWriting.calendar(days);
  }

  /** Write a catalogue, a row on each line. */
  public static String catalogue(List<CatalogueRow> rows) {
    return PartWriting.catalogue(rows);
  }

  /**
   * The field a fault is about: the column of a table, or in JSON a pointer such as {@code
   * /filings/0/milestones/1/limit}; empty where it is of the whole.
   *
   * @param text what was read
   */
  public static String field(String text, Fault fault) {
    return PartReading.field(text, fault);
  }
}
