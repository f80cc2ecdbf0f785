package org.zhili.resources.internal.papers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import org.zhili.city.Area;
import org.zhili.city.Unit;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** How papers say things to whoever reads this language, in the city's time. */
record PaperWords(Language language, CityBooks books) {
  static final Words WORDS = Words.beside(PaperWords.class);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  String word(String key, String... arguments) {
    return WORDS.render(Text.of("papers." + key, arguments), language);
  }

  String said(Wording wording) {
    return wording.in(language);
  }

  String time(Instant at) {
    return TIME.format(at.atZone(books.rules().zone()));
  }

  String unit(String id) {
    return books.unit(new UnitId(id)).map(Unit::name).map(this::said).orElse(id);
  }

  String units(Collection<String> ids) {
    return ids.stream().map(this::unit).collect(Collectors.joining(word("comma")));
  }

  String area(String code) {
    AreaId id = new AreaId(code);
    return books.areas().stream()
        .filter(area -> area.id().equals(id))
        .map(Area::name)
        .map(this::said)
        .findFirst()
        .orElse(code);
  }
}
