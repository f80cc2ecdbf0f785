package org.zhili.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.zhili.casework.CaseDesk;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Commands;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.town.Town;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.embedded.internal.AllowedFilter;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.module.Contribution;
import org.zhili.module.Reply;
import org.zhili.resources.TownResources;

/**
 * A town inside another program: the same core as in OSGi, behind another door. Open from {@link
 * TownBuilder#start} to {@link #close}. Thread-safe.
 */
public final class EmbeddedTown implements AutoCloseable {
  private final Town town;
  private final Receipts receipts;
  private final Closing closing;

  EmbeddedTown(Town town, Closing closing) {
    this.town = town;
    this.closing = closing;
    receipts = new Receipts(town.ingestion().inlet());
  }

  /** Begin to set up a town. */
  public static TownBuilder builder() {
    return new TownBuilder();
  }

  /**
   * Take a message the way a connector brings it.
   *
   * <p>The answer completes once the message is stored for good: its readings and alarms, or, when
   * nothing could be made of it, the raw message in quarantine. The case an alarm becomes is opened
   * and dispatched soon after. Returns at once as long as no more than {@link
   * MessageInlet#window()} messages wait; beyond that it waits for room. While the database is away
   * the answer waits too.
   *
   * <p>The answer fails with {@link MessageInlet.InletClosed} when the town closes first: the
   * message may or may not be stored, and should come again. That is also the answer of one that
   * the database refuses every time, even raw. Do not block in what follows it: that runs on the
   * thread that stores.
   */
  public CompletableFuture<Void> ingest(IncomingMessage message) {
    return receipts.offer(message);
  }

  /**
   * Take what a device says, as {@link #ingest(IncomingMessage)}. The caller vouches for the
   * device, as a broker does that lets each publish on a topic of its own.
   */
  public CompletableFuture<Void> ingest(DeviceId device, Payload payload) {
    String topic = "zhili/v1/" + town.books().rules().tenant() + "/" + device.value() + "/up";
    return ingest(
        new IncomingMessage(
            Origin.of(topic, device), payload, town.clock().instant(), false, false));
  }

  /** Where a connector of the host's brings its messages. */
  public MessageInlet inlet() {
    return town.ingestion().inlet();
  }

  /** Where cases are opened and moved. */
  public CaseDesk desk() {
    return town.desk();
  }

  /** The cases and their traces. */
  public CaseLedger cases() {
    return town.ledger();
  }

  /** Everything else there is in a town. */
  public Town town() {
    return town;
  }

  /**
   * The REST resources of the town and of its modules, with the filters and exception mappers they
   * need: singletons of a {@code jakarta.ws.rs.core.Application} on the host's own server. Stop the
   * server before the town.
   *
   * <p>The host authenticates: it puts a {@link org.zhili.resources.security.ViewerPrincipal} and
   * the account's roles into the security context of the request. An operation whose {@link
   * org.zhili.access.Allowed} names none of these roles is refused. The host also brings bean
   * validation, a servlet container, and JSON with ISO times, {@code Optional} and records.
   *
   * @throws SetupFault when a module does not give its resource, so that none is missed in silence
   */
  public List<Object> restResources() {
    TownResources own = new TownResources(town, town.stores().idempotency());
    List<Object> all = new ArrayList<>(own.all());
    for (Contributed<Contribution.Rest> rest : town.modules().contributions().rest()) {
      all.add(resource(rest));
    }
    Set<Class<?>> ours = all.stream().map(Object::getClass).collect(Collectors.toSet());
    all.addAll(own.extensions());
    all.add(new AllowedFilter(ours));
    return List.copyOf(all);
  }

  private static Object resource(Contributed<Contribution.Rest> rest) {
    Answer<Object> answer = rest.ask(asked -> asked.instance().get());
    return answer
        .given()
        .orElseThrow(
            () ->
                SetupFault.of(
                    SetupFault.Code.RESOURCE_UNMADE,
                    rest.module().identity().toString(),
                    answer instanceof Answer.Broke<Object> broke
                        ? broke.error()
                        : answer.toString()));
  }

  /**
   * Run a command that a module brings, as {@code zhili:<name>} does in the shell of a town in
   * OSGi. Takes as long as the command may take at most; whatever becomes of it, the reply is in
   * words, which {@code town().render(…)} shows. There is no shell here, so the town's own commands
   * are what {@link #town()} offers.
   */
  public Reply run(String command, List<String> arguments) {
    return new Commands(town.modules()).run(command, arguments);
  }

  /**
   * Close, what was opened last first: messages, timers, plug-ins, tables. Work under way has a few
   * seconds to end, and what is left is done after the next start. The data source stays open: it
   * is the host's. Closing again does nothing.
   */
  @Override
  public void close() {
    closing.close();
    receipts.fail();
  }
}
