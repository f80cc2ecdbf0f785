package org.zhili.sheets.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.SheetReader.Limits;
import org.zhili.sheets.Unreadable;
import org.zhili.sheets.Unreadable.Reason;

/** A workbook of Excel since 2007 (ECMA-376), as far as it is read. */
public final class Workbook {
  private static final String BOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String STYLES = "xl/styles.xml";
  private static final String STRINGS = "xl/sharedstrings.xml";

  private final Pack pack;
  private final Map<String, String> parts = new HashMap<>();
  private final List<Tab> tabs = new ArrayList<>();
  private boolean since1904;

  private record Tab(String name, String relation, boolean seen) {}

  private Workbook(Pack pack) {
    this.pack = pack;
  }

  /** Read the first sheet that is seen. */
  public static Sheet read(byte[] file, Limits limits, Grid grid) throws Unreadable {
    try (Pack pack = Pack.of(file, limits.bytes())) {
      Workbook book = new Workbook(pack);
      book.look();
      return book.read(grid);
    }
  }

  private void look() throws Unreadable {
    if (!pack.names().contains(BOOK) || !pack.names().contains(RELATIONS)) {
      throw new Unreadable(Reason.NOT_A_SHEET);
    }
    if (pack.names().stream().anyMatch(name -> name.contains("vbaproject"))) {
      throw new Unreadable(Reason.MACROS);
    }
    read(RELATIONS, (xml, name) -> relation(xml));
    read(BOOK, this::element);
  }

  private void read(String part, Xml.Elements elements) throws Unreadable {
    byte[] small = pack.small(part);
    try {
      Xml.read(new ByteArrayInputStream(small), elements);
    } catch (IOException e) {
      throw new Unreadable(Reason.BROKEN, e);
    }
  }

  private void relation(Xml xml) {
    Optional<String> id = xml.attribute("Id");
    Optional<String> target = xml.attribute("Target");
    if (id.isPresent() && target.isPresent()) {
      String path = target.get().toLowerCase(Locale.ROOT);
      parts.put(id.get(), path.startsWith("/") ? path.substring(1) : "xl/" + path);
    }
  }

  private void element(Xml xml, String name) {
    if (name.equals("sheet")) {
      boolean seen = xml.attribute("state").map("visible"::equals).orElse(true);
      String relation = xml.attribute("id").orElse("");
      tabs.add(new Tab(xml.attribute("name").orElse(""), relation, seen));
    } else if (name.equals("workbookPr")) {
      since1904 = xml.attribute("date1904").filter(on -> on.matches("1|true")).isPresent();
    }
  }

  private Sheet read(Grid grid) throws Unreadable {
    Tab first =
        tabs.stream().filter(Tab::seen).findFirst().orElseThrow(() -> new Unreadable(Reason.EMPTY));
    String part = parts.getOrDefault(first.relation, "");
    Dates dates = dates();
    List<String> strings = strings();
    pack.read(part, open -> new Rows(grid, strings, dates).read(open));
    List<String> hidden = tabs.stream().filter(tab -> !tab.seen).map(Tab::name).toList();
    return new Sheet(first.name, grid.lines(), hidden);
  }

  private Dates dates() throws Unreadable {
    try {
      return Dates.of(
          since1904,
          pack.names().contains(STYLES)
              ? Optional.of(new ByteArrayInputStream(pack.small(STYLES)))
              : Optional.empty());
    } catch (IOException e) {
      throw new Unreadable(Reason.BROKEN, e);
    }
  }

  /** The strings that cells name by their place. */
  private List<String> strings() throws Unreadable {
    List<String> strings = new ArrayList<>();
    Sum all = new Sum();
    if (pack.names().contains(STRINGS)) {
      pack.read(
          STRINGS,
          part ->
              Xml.read(
                  part,
                  (xml, name) -> {
                    if (name.equals("si")) {
                      strings.add(all.bounded(xml.richText("si")));
                    }
                  }));
    }
    return strings;
  }
}
