package org.zhili.resources.export;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.sheets.SheetWriter;
import org.zhili.sheets.Table;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Answers lists as workbooks, while they are read: row by row, up to a number of rows that the
 * sheet names when there are more. Who took what is written down.
 */
public final class Workbooks {
  /** What a workbook is called on the wire. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What a sheet of Excel holds, with room for its head and a note. */
  public static final int MOST_ROWS = 1_048_000;

  private static final Words WORDS = Words.beside(Workbooks.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** As many as a small machine writes side by side, of all lists together. */
  private static final Turns TURNS = new Turns(4);

  private static final Duration SOON = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Supplier<ZoneId> zone;
  private final int most;

  /**
   * Set up.
   *
   * @param zone of the city, in which times are shown
   * @param most rows of a workbook
   */
  public Workbooks(InstantSource clock, Supplier<ZoneId> zone, int most) {
    if (most < 1 || most > MOST_ROWS) {
      throw new IllegalArgumentException("1 to " + MOST_ROWS + " rows");
    }
    this.clock = clock;
    this.zone = zone;
    this.most = most;
  }

  /**
   * Answer with a workbook. What fails while it is written breaks it off, so that no half of a list
   * is taken for all of it.
   *
   * @param list what the list is called in the API
   * @param rows what the caller may see, asked for as it is written
   */
  public <T> Response answer(Asker asker, String list, Table<T> table, Iterator<T> rows) {
    return answer(asker, Taken.of(list), table, rows);
  }

  /** The same of a list that was asked for in part, which the audit says. */
  public <T> Response answer(Asker asker, Taken taken, Table<T> table, Iterator<T> rows) {
    if (!TURNS.isFreeSoon()) {
      throw busy();
    }
    Instant at = clock.instant();
    ZoneId here = zone.get();
    Sheet<T> told = new Sheet<>(asker, taken, table, at, here);
    StreamingOutput body = out -> inTurn(() -> write(told, rows, out));
    LocalDate today = LocalDate.ofInstant(at, here);
    String shown = table.name().in(asker.language()) + "-" + today + ".xlsx";
    return Response.ok(body, XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.xlsx\"; filename*=UTF-8''%s"
                .formatted(taken.list(), today, encoded(shown)))
        .build();
  }

  /** Those who came at once and were all let in: nothing is written yet, so they can be refused. */
  private static void inTurn(Turns.Writing work) throws IOException {
    if (!TURNS.write(work)) {
      throw busy();
    }
  }

  private static ProblemException busy() {
    return Trouble.EXPORTS_BUSY.retryAfter(SOON);
  }

  private record Sheet<T>(Asker asker, Taken taken, Table<T> table, Instant at, ZoneId zone) {
    String say(String key, Object... arguments) {
      String[] texts = new String[arguments.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = arguments[i].toString();
      }
      return WORDS.render(Text.of("export." + key, texts), asker.language());
    }
  }

  private <T> void write(Sheet<T> told, Iterator<T> rows, OutputStream out) throws IOException {
    SheetWriter<T> sheet = new SheetWriter<>(out, told.table, told.asker.language(), told.zone);
    boolean whole = false;
    try {
      while (rows.hasNext() && sheet.rows() < most) {
        sheet.add(rows.next());
      }
      int written = sheet.rows();
      boolean cut = rows.hasNext();
      if (cut) {
        sheet.note(told.say("cut", most));
      }
      sheet.about(told.say("about"), about(told, written, cut, sheet.cut()));
      sheet.finish();
      whole = true;
    } finally {
      Audit.note(
          told.asker.viewer(),
          "list.exported",
          told.taken.subject(),
          told.taken
              .asked()
              .with("rows", sheet.rows())
              .with("broken-off", whole ? "" : "yes")
              .pairs());
    }
  }

  private <T> Map<String, String> about(Sheet<T> told, int rows, boolean cut, int shortened) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(told.say("list"), told.table.name().in(told.asker.language()));
    lines.put(told.say("at"), TIME.format(told.at.atZone(told.zone)) + " " + told.zone.getId());
    lines.put(told.say("by"), told.asker.viewer().account());
    lines.put(told.say("rows"), Integer.toString(rows));
    if (cut) {
      lines.put(told.say("beyond"), told.say("cut", most));
    }
    if (shortened > 0) {
      lines.put(told.say("shortened"), told.say("shortened-why", shortened));
    }
    return lines;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
