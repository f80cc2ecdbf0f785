package org.zhili.print.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhili.print.Paper;

/** Places words on pages of A4, in points from the lower left. */
final class Layout {
  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  static final float MARGIN = 56;
  static final float FOOT = 34;
  static final float SMALL = 8.5f;
  private static final float TITLE = 16;
  private static final float HEADING = 12;
  private static final float BODY = 10.5f;
  private static final float LEADING = 1.5f;
  private static final float NAMES = 124;
  private static final float INSIDE = WIDTH - 2 * MARGIN;

  /** A line of words in its place. */
  record Placed(String words, float x, float y, float size) {}

  private final Type type;
  private final List<List<Placed>> pages = new ArrayList<>();
  private float y;

  Layout(Type type) {
    this.type = type;
    turn();
  }

  static List<List<Placed>> of(Paper paper, Type type) {
    Layout layout = new Layout(type);
    layout.words(paper.title(), MARGIN, INSIDE, TITLE);
    layout.y -= BODY / 2;
    paper.parts().forEach(layout::add);
    return layout.pages;
  }

  private void add(Paper.Part part) {
    if (part instanceof Paper.Heading heading) {
      y -= BODY;
      room(HEADING * LEADING + 2 * BODY * LEADING);
      words(heading.words(), MARGIN, INSIDE, HEADING);
    } else if (part instanceof Paper.Fact fact) {
      fact(fact);
    } else if (part instanceof Paper.Paragraph paragraph) {
      words(paragraph.words(), MARGIN, INSIDE, BODY);
    }
  }

  /** The name stands beside the first line of the words. */
  private void fact(Paper.Fact fact) {
    List<String> names = lines(fact.name(), NAMES - BODY, BODY);
    List<String> words = lines(fact.words(), INSIDE - NAMES, BODY);
    for (int line = 0; line < Math.max(names.size(), words.size()); line++) {
      room(BODY * LEADING);
      y -= BODY * LEADING;
      if (line < names.size()) {
        place(names.get(line), MARGIN, BODY);
      }
      if (line < words.size()) {
        place(words.get(line), MARGIN + NAMES, BODY);
      }
    }
  }

  private void words(String words, float x, float width, float size) {
    for (String line : lines(words, width, size)) {
      room(size * LEADING);
      y -= size * LEADING;
      place(line, x, size);
    }
  }

  private void place(String line, float x, float size) {
    pages.get(pages.size() - 1).add(new Placed(line, x, y, size));
  }

  private List<String> lines(String words, float width, float size) {
    return Lines.of(words, width / size, type::width);
  }

  private void room(float height) {
    if (y - height < MARGIN) {
      turn();
    }
  }

  private void turn() {
    pages.add(new ArrayList<>());
    y = HEIGHT - MARGIN;
  }
}
