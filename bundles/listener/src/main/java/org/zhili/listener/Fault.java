package org.zhili.listener;

import java.util.List;
import java.util.stream.Stream;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why stations are not heard as they should be: one sentence with cause and remedy. */
record Fault(Code code, List<String> arguments) {
  private static final Words WORDS = Words.beside(Fault.class);

  Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(Code code, Object... arguments) {
    return new Fault(code, Stream.of(arguments).map(String::valueOf).toList());
  }

  /** The fault as one line of the log, in both languages. */
  String line() {
    Wording wording = WORDS.render(new Text("listener." + code.key, arguments));
    return code.number + " " + wording.zh() + " / " + wording.en();
  }

  enum Code {
    PROTOCOL("ZL-4201", "protocol"),
    HOST("ZL-4202", "host"),
    NETWORK("ZL-4203", "network"),
    OUT_OF_RANGE("ZL-4204", "out-of-range"),
    NOT_A_VALUE("ZL-4205", "not-a-value"),
    NOT_LISTENING("ZL-4206", "not-listening"),
    NOT_ALLOWED("ZL-4211", "not-allowed"),
    WRONG_PASSWORD("ZL-4212", "wrong-password"),
    NOISE("ZL-4213", "noise"),
    NO_PROTOCOL("ZL-4214", "no-protocol"),
    TOO_MANY("ZL-4215", "too-many");

    private final String number;
    private final String key;

    Code(String number, String key) {
      this.number = number;
      this.key = key;
    }
  }
}
