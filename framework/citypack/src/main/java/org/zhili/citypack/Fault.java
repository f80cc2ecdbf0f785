package org.zhili.citypack;

import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * Something wrong in a file, and where.
 *
 * @param code stable, {@code ZL-12nn}
 * @param file as it is called inside its folder, such as {@code units.csv}
 * @param line counted from 1; 0 when the fault is of the file as a whole
 * @param column counted from 1: the character in JSON, the field in CSV; 0 when it is of the line
 *     as a whole
 * @param why one sentence that names cause and remedy
 */
public record Fault(String code, String file, int line, int column, Wording why) {
  /** Render for people: {@code units.csv:12:3 ZL-1213 …}. */
  public String in(Language language) {
    StringBuilder place = new StringBuilder(file);
    if (line > 0) {
      place.append(':').append(line);
      if (column > 0) {
        place.append(':').append(column);
      }
    }
    return place + " " + code + " " + why.in(language);
  }
}
