package org.zhili.resources.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhili.resources.imports.RowView.FieldView;
import org.zhili.text.Personal;
import org.zhili.text.Wording;

/** What rows would change of entries that are there, field by field. */
final class Differences {
  private static final int ROWS = 200;

  /** So much of a long text is told, and so much before it differs. */
  private static final int TOLD = 200;

  private static final int BEFORE = 40;

  private Differences() {}

  /** The first of them. */
  static <T> List<RowView> of(Draft<T> draft, Importing<T> list) {
    return draft.steps().stream()
        .filter(step -> step.change().before().isPresent())
        .limit(ROWS)
        .map(step -> row(step, list))
        .toList();
  }

  private static <T> RowView row(Step<T> step, Importing<T> list) {
    T after = step.change().after();
    String what = list.said(after, list.layout().key()).map(Wording::zh).orElse("");
    return new RowView(
        step.row(),
        what,
        list.layout().fields().stream()
            .flatMap(field -> field(field, step.change().before().orElseThrow(), after, list))
            .toList());
  }

  private static <T> Stream<FieldView> field(Field field, T before, T after, Importing<T> list) {
    Optional<Wording> old = list.said(before, field);
    Optional<Wording> now = list.said(after, field);
    if (old.equals(now)) {
      return Stream.empty();
    }
    Optional<Wording> oldShown = old.map(words -> shown(field, words));
    Optional<Wording> nowShown = now.map(words -> shown(field, words));
    return Stream.of(
        new FieldView(
            field.title(),
            oldShown.map(words -> cut(words, nowShown)),
            nowShown.map(words -> cut(words, oldShown))));
  }

  private static Wording shown(Field field, Wording words) {
    return field.kind() == Field.Kind.TEXT ? Personal.masked(words) : words;
  }

  private static Wording cut(Wording words, Optional<Wording> other) {
    return new Wording(
        cut(words.zh(), other.map(Wording::zh).orElse("")),
        cut(words.en(), other.map(Wording::en).orElse("")));
  }

  /** A long text from shortly before it differs from another. */
  static String cut(String text, String other) {
    if (text.length() <= TOLD) {
      return text;
    }
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = whole(text, Math.max(0, same - BEFORE));
    int to = whole(text, Math.min(text.length(), from + TOLD));
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  /** Never between the halves of a sign. */
  private static int whole(String text, int at) {
    boolean between = at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return between ? at - 1 : at;
  }
}
