package org.zhili.core.town;

import java.util.List;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.core.casework.SampleTypes;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.UnitId;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

/** Plug-ins that do as little as they can. */
final class TestPlugIns {
  private TestPlugIns() {}

  /** The payload is the status, which is called as the driver is. */
  record StatusDriver(String id) implements DeviceDriver {
    @Override
    public DriverInfo info() {
      return new DriverInfo(id, "Test", Set.of("zhili/v1/+/+/up"), Set.of(new Metric(id, "1")));
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      return new Decoded.Readings(
          List.of(
              new Reading(
                  message.origin().device().orElseThrow(),
                  id,
                  new Value.Label(message.payload().utf8().orElse("")),
                  message.receivedAt(),
                  TimeSource.RECEIVED)));
    }
  }

  /** A type of case and a rule that finds every status but {@code normal} abnormal. */
  static final class TestModule implements GovernanceModule {
    @Override
    public ModuleInfo info() {
      return new ModuleInfo("test", Text.of("test.name"), Set.of());
    }

    @Override
    public List<Contribution> contributions() {
      return List.of(
          new Contribution.Cases(SampleTypes.component()),
          new Contribution.Alarm(
              "test.status",
              Set.of("manhole_cover"),
              Set.of("status"),
              seen ->
                  seen.reading().value().equals(new Value.Label("normal"))
                      ? new Judgment.Normal()
                      : new Judgment.Abnormal("tilted", Severity.MAJOR, Text.of("test.tilted"))));
    }
  }

  /** The owner, else who the catalogue names. */
  static final class BooksFirst implements DispatchStrategy {
    @Override
    public String id() {
      return "books-first";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      UnitId lead =
          request.duty().owner().orElseGet(() -> request.duty().row().orElseThrow().lead());
      Set<UnitId> supervising =
          request.duty().row().map(CatalogueRow::supervising).orElse(Set.of());
      return new Proposal.Assign(
          lead, Set.of(), supervising, List.of(), 0.9, Explanation.of(Text.of("test.why")));
    }
  }
}
