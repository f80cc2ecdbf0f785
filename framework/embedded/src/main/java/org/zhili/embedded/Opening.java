package org.zhili.embedded;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.audit.AuditWriter;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.Membership.Verdict;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.ModuleStanding;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.town.Doctor;
import org.zhili.core.town.PlugIns;
import org.zhili.core.town.Town;
import org.zhili.embedded.TownBuilder.Comer;
import org.zhili.embedded.TownBuilder.ModuleComer;
import org.zhili.module.GovernanceModule;
import org.zhili.persistence.store.DatabaseStores;
import org.zhili.resources.security.Audit;
import org.zhili.rules.CityPack;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Opens a town part by part: tables, gate, town, plug-ins, and only then the doors for messages.
 * For one opening.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final List<Comer<?>> comers;
  private final List<ModuleComer> modules;
  private final InstantSource clock;
  private final Closing closing = new Closing();

  Opening(List<Comer<?>> comers, List<ModuleComer> modules, InstantSource clock) {
    this.comers = comers;
    this.modules = modules;
    this.clock = clock;
  }

  EmbeddedTown open(DataSource source, CityPack pack, int workers) {
    try {
      Storage storage = new Storage(source, clock);
      closing.push(storage::close);
      PluginGate gate = new PluginGate(GateLimits.DEFAULT);
      ModuleBook book = new ModuleBook(gate);
      closing.push(book::close);
      closing.push(gate::close);
      Town town = new Town(DatabaseStores.of(storage.town()), new PlugIns(gate, book), pack, clock);
      closing.push(town::close);
      AuditWriter audit =
          AuditWriter.start(
              town.stores().transactions(), town.stores().audits(), BusinessClock.system());
      closing.push(Audit.into(audit)::close);
      comers.forEach(comer -> admit(town, comer));
      modules.forEach(comer -> admit(town, storage, comer));
      book.standings().forEach(standing -> see(town, standing));
      town.start(workers);
      tell(town);
      return new EmbeddedTown(town, closing);
    } catch (RuntimeException | LinkageError e) {
      closing.close();
      throw e;
    }
  }

  private static void admit(Town town, Storage storage, ModuleComer comer) {
    GovernanceModule module = comer.maker().apply(town.desk(), comer.schema().map(storage::of));
    admit(town, new Comer<>(GovernanceModule.class, module));
  }

  private static <P> void admit(Town town, Comer<P> comer) {
    PluginIdentity identity = JarIdentity.of(comer.plugIn().getClass());
    Membership membership = town.gate().admit(comer.spi(), comer.plugIn(), identity);
    if (membership.verdict() instanceof Verdict.Refused refused) {
      throw refusal(town, membership.identity(), refused.reasons());
    }
  }

  /** Nobody comes later, so a module that waits for another waits for ever. */
  private static void see(Town town, ModuleStanding standing) {
    if (!standing.reasons().isEmpty()) {
      throw refusal(town, standing.module(), standing.reasons());
    }
  }

  private static SetupFault refusal(Town town, PluginIdentity plugIn, List<Text> reasons) {
    return SetupFault.ofPlugIn(plugIn, reasons.stream().map(town::render).toList());
  }

  /** What the doctor finds right after the opening is most likely a mistake of the set-up. */
  private static void tell(Town town) {
    for (Doctor.Finding finding : new Doctor(town).look()) {
      Wording why = town.render(finding.why());
      LOG.warn("{} {} / {}", finding.code(), why.zh(), why.en());
    }
  }
}
