package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;

/**
 * Opens {@code cover-1|tilt=3||cover-1@2026-11-23T07:00:00Z|tilt=4}: messages with their senders
 * and times. Other payloads: {@code !} is rejected, {@code ?} is not its own, {@code #} gets no
 * reply, {@code -} is empty.
 */
class TextOpener implements Opener {
  private final String identity;

  TextOpener() {
    this("lora@1");
  }

  TextOpener(String identity) {
    this.identity = identity;
  }

  @Override
  public String network() {
    return "lora";
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public boolean wants(String topic) {
    return topic.startsWith("lora/") || topic.startsWith("zhili/");
  }

  @Override
  public List<Reply<Opened>> open(List<WrappedMessage> messages) {
    List<Reply<Opened>> replies = new ArrayList<>();
    for (WrappedMessage message : messages) {
      String text = message.payload().utf8().orElse("!");
      replies.add(
          text.startsWith("#")
              ? new Reply.None<>(IngestWords.kept("left"))
              : new Reply.Given<>(open(text)));
    }
    return replies;
  }

  private static Opened open(String text) {
    if (text.startsWith("!")) {
      return new Opened.Rejected("no envelope: " + text);
    } else if (text.startsWith("?")) {
      return new Opened.NotMine();
    }
    List<EnclosedMessage> messages = new ArrayList<>();
    for (String part : text.equals("-") ? new String[0] : text.split("\\|\\|")) {
      messages.add(message(part));
    }
    return new Opened.Contents(messages);
  }

  private static EnclosedMessage message(String part) {
    int bar = part.indexOf('|');
    String[] sender = part.substring(0, bar).split("@");
    return new EnclosedMessage(
        sender[0],
        Payload.ofUtf8(part.substring(bar + 1)),
        OptionalInt.of(3),
        sender.length > 1 ? Optional.of(Instant.parse(sender[1])) : Optional.empty());
  }
}
