package org.zhili.resources.internal.editions;

import org.zhili.citypack.Fault;
import org.zhili.citypack.PackPart;
import org.zhili.text.Wording;

/**
 * What is wrong in a draft.
 *
 * @param row which row of a table, from 1, the header not counted; 0 when it is of none
 * @param field the column, or a pointer into JSON; empty when it is of the whole
 */
public record FaultView(
    String code, String file, int line, int column, int row, String field, Wording why) {
  static FaultView of(String text, Fault fault) {
    boolean table = fault.file().endsWith(".csv");
    return new FaultView(
        fault.code(),
        fault.file(),
        fault.line(),
        fault.column(),
        table ? Math.max(0, fault.line() - 1) : 0,
        PackPart.field(text, fault),
        fault.why());
  }

  /** A fault of the draft against what else the city has. */
  static FaultView of(String code, String file, String field, Wording why) {
    return new FaultView(code, file, 0, 0, 0, field, why);
  }

  /** Where it is, for a problem that names several. */
  String place() {
    return row == 0 ? field : row + "/" + field;
  }
}
