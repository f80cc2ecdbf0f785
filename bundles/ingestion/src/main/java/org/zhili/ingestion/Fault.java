package org.zhili.ingestion;

import java.util.List;
import java.util.stream.Stream;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why messages do not come in as they should: one sentence with cause and remedy. */
record Fault(Code code, List<String> arguments) {
  private static final Words WORDS = Words.beside(Fault.class);

  Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(Code code, Object... arguments) {
    return new Fault(code, Stream.of(arguments).map(String::valueOf).toList());
  }

  /** The fault in words. */
  Text text() {
    return new Text("ingestion." + code.key, arguments);
  }

  /** The fault as one line of the log, in both languages. */
  String line() {
    Wording wording = WORDS.render(text());
    return code.number + " " + wording.zh() + " / " + wording.en();
  }

  enum Code {
    BROKER_URI("ZL-4101", "broker-uri"),
    CLIENT_ID("ZL-4102", "client-id"),
    TOPIC("ZL-4103", "topic"),
    SHARE_GROUP("ZL-4104", "share-group"),
    OUT_OF_RANGE("ZL-4105", "out-of-range"),
    NOT_A_VALUE("ZL-4106", "not-a-value"),
    CERTIFICATES("ZL-4107", "certificates"),
    NOT_SHARED("ZL-4108", "not-shared"),
    ACCESS_REFUSED("ZL-4111", "access-refused"),
    TAKEN_OVER("ZL-4112", "taken-over"),
    NOT_SUBSCRIBED("ZL-4113", "not-subscribed"),
    FORGOTTEN("ZL-4114", "forgotten"),
    UNTRUSTED("ZL-4115", "untrusted");

    private final String number;
    private final String key;

    Code(String number, String key) {
      this.number = number;
      this.key = key;
    }
  }
}
