package org.zhili.core.ingest;

import java.util.List;
import java.util.Optional;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/** The envelopes at the gate, as the pipeline asks them. */
public final class GateOpeners implements Openers {
  private final Acquaintances<PayloadEnvelope, Opener> envelopes;

  public GateOpeners(PluginGate gate) {
    envelopes = new Acquaintances<>(gate, PayloadEnvelope.class, GateOpeners::introduced);
  }

  @Override
  public List<Opener> present() {
    return envelopes.present();
  }

  private static Optional<Opener> introduced(Guarded<PayloadEnvelope> envelope) {
    return envelope
        .askAside(asked -> asked.info().topicFilters().stream().map(TopicFilter::new).toList())
        .given()
        .map(filters -> new GateOpener(envelope, filters));
  }

  private record GateOpener(Guarded<PayloadEnvelope> envelope, List<TopicFilter> filters)
      implements Opener {
    @Override
    public String network() {
      return envelope.identity().id();
    }

    @Override
    public String identity() {
      return envelope.identity().toString();
    }

    @Override
    public boolean isAsked() {
      return envelope.isAsked();
    }

    @Override
    public boolean wants(String topic) {
      for (TopicFilter filter : filters) {
        if (filter.matches(topic)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public List<Reply<Opened>> open(List<WrappedMessage> messages) {
      return GateReplies.of(envelope.askEach(messages, PayloadEnvelope::open));
    }
  }
}
