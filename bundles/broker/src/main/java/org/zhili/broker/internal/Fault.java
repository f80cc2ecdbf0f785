package org.zhili.broker.internal;

import java.util.List;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why the broker does not run: one sentence with cause and remedy. */
record Fault(Code code, List<String> arguments) {
  private static final Words WORDS = Words.beside(Fault.class);

  Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(Code code, Object... arguments) {
    return new Fault(code, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** The fault as one line of the log, in both languages. */
  String line() {
    Wording wording = WORDS.render(new Text("fault." + code.key, arguments));
    return code.number + " " + wording.zh() + " / " + wording.en();
  }

  enum Code {
    NOT_A_VALUE("ZL-4001", "not-a-value"),
    OUT_OF_RANGE("ZL-4002", "out-of-range"),
    HOST_UNKNOWN("ZL-4003", "host-unknown"),
    PORT_TAKEN("ZL-4004", "port-taken"),
    PORT_FORBIDDEN("ZL-4005", "port-forbidden"),
    DIRECTORY_UNUSABLE("ZL-4006", "directory-unusable"),
    DIRECTORY_IN_USE("ZL-4007", "directory-in-use"),
    NOT_STARTED("ZL-4008", "not-started"),
    STORAGE_FAILED("ZL-4009", "storage-failed");

    private final String number;
    private final String key;

    Code(String number, String key) {
      this.number = number;
      this.key = key;
    }
  }
}
