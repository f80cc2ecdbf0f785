package org.zhili.tck;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/** An envelope without fault: {@code bin-7:01ff;} on {@code parcel/bin-7/up}. */
public class Parcel implements PayloadEnvelope {
  @Override
  public EnvelopeInfo info() {
    return new EnvelopeInfo("test-parcel", "Parcels", Set.of("parcel/+/up"));
  }

  @Override
  public Opened open(WrappedMessage message) {
    String text = message.payload().utf8().orElse("");
    if (!text.matches("[a-z0-9-]+:([0-9a-f]{2})*;")) {
      return new Opened.Rejected("expected a semicolon at the end");
    }
    String sender = message.topic().split("/", -1)[1];
    String named = text.substring(0, text.indexOf(':'));
    return named.equals(sender)
        ? contents(sender, text)
        : new Opened.Rejected("expected " + sender + ", got " + named);
  }

  static Opened contents(String sender, String text) {
    String hex = text.substring(text.indexOf(':') + 1).replace(";", "");
    return new Opened.Contents(
        hex.isEmpty()
            ? List.of()
            : List.of(
                new EnclosedMessage(
                    sender, Payload.ofHex(hex), OptionalInt.empty(), Optional.empty())));
  }
}
