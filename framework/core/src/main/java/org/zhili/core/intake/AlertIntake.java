package org.zhili.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.casework.Outcome;
import org.zhili.casework.Report;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.Desk;
import org.zhili.core.city.CityBooks;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.device.Value;
import org.zhili.rules.AlertPolicy;
import org.zhili.text.Wording;

/**
 * Makes cases of alerts. A second alert for the same thing joins the open case; an alert that
 * clears is noted on it, which may support a verification and never replaces one.
 */
public final class AlertIntake {
  private static final Logger LOG = LoggerFactory.getLogger(AlertIntake.class);
  private static final Actor INTAKE = Actor.system("alert-intake");

  private final IngestStore alerts;
  private final Desk desk;
  private final CaseLedger ledger;
  private final CityBooks books;

  public AlertIntake(IngestStore alerts, Desk desk, CaseLedger ledger, CityBooks books) {
    this.alerts = alerts;
    this.desk = desk;
    this.ledger = ledger;
    this.books = books;
  }

  /** Open the case of the alert that the timer names. */
  public TimerHandler.Effect open(TimerClaim claim) {
    Alert alert = alert(claim);
    Optional<AlertPolicy.Opens> opens = alert.opens();
    if (opens.isEmpty()) {
      return TimerHandler.Effect.NOTHING;
    }
    String type = opens.get().caseType();
    if (!desk.opens(type)) {
      return TimerHandler.Effect.notYet(Missing.Part.CASE_TYPE, type);
    }
    Report report = report(alert);
    return () -> open(alert, new NewCase(type, filing(opens.get()), report));
  }

  /** An edition of the type may lack what the pack files under: then a person files the case. */
  private Optional<String> filing(AlertPolicy.Opens opens) {
    return opens.filing().filter(filing -> desk.files(opens.caseType(), filing));
  }

  private void open(Alert alert, NewCase newCase) {
    Opened opened = desk.open(newCase, INTAKE);
    if (opened.joined()) {
      note(opened.file(), CaseAlerts.evidence(alert.id()));
    } else if (newCase.filing().isPresent() && opened.file().state() == CaseState.REPORTED) {
      accept(opened.file());
    }
  }

  /** A sensor's report that the city files by rule needs no officer to accept it. */
  private void accept(CaseFile file) {
    CaseAction accept = new CaseAction.Advance("accept", "", List.of());
    if (desk.act(file.id(), accept, INTAKE, OptionalLong.empty())
        instanceof Outcome.Refused refused) {
      LOG.warn(
          "Case {} of type {} waits for a person: its type lets no alarm be filed by rule ({})",
          file.number(),
          file.type(),
          refused.code());
    }
  }

  /** Note on the case of the alert that its condition is over. */
  public TimerHandler.Effect cleared(TimerClaim claim) {
    Alert alert = alert(claim);
    Evidence evidence = clearance(alert);
    return () -> ledger.cases().findOpen(key(alert)).ifPresent(file -> note(file, evidence));
  }

  private void note(CaseFile file, Evidence evidence) {
    CaseAction note = new CaseAction.Note("", Optional.of(evidence));
    if (desk.act(file.id(), note, INTAKE, OptionalLong.empty())
        instanceof Outcome.Refused refused) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private Alert alert(TimerClaim claim) {
    return alerts
        .alert(UUID.fromString(claim.key()))
        .orElseThrow(() -> new IllegalStateException("there is no alert " + claim.key()));
  }

  /** One open case for a condition of an asset, however many devices sit on it. */
  public static String key(Alert alert) {
    Device device = alert.device();
    String thing = device.asset().map(asset -> "asset " + asset).orElse("device " + device.id());
    return thing + " " + alert.condition();
  }

  private Report report(Alert alert) {
    Device device = alert.device();
    Optional<Asset> asset = device.asset().flatMap(books::asset);
    String address = asset.map(Asset::address).filter(a -> !a.isBlank()).orElse(device.address());
    return new Report(
        key(alert),
        "sensor",
        asset.map(Asset::type).orElse(device.type()),
        alert.condition(),
        asset.map(Asset::area).orElse(device.area()),
        address,
        asset.flatMap(Asset::position).or(device::position),
        summary(alert, address),
        alert.severity(),
        alert.raisedAt(),
        Optional.of(device.id()),
        device.asset(),
        asset.flatMap(Asset::owner),
        evidence(alert));
  }

  private static Wording summary(Alert alert, String address) {
    return new Wording(address + " " + alert.words().zh(), address + ": " + alert.words().en());
  }

  private static List<Evidence> evidence(Alert alert) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(CaseAlerts.evidence(alert.id()));
    alert
        .reading()
        .ifPresent(
            reading ->
                evidence.add(
                    new Evidence(
                        "reading",
                        reading.metric()
                            + " = "
                            + shown(reading.value())
                            + " @ "
                            + reading.observedAt())));
    // an alert may clear before its case is opened; then there was no case yet to note it on
    if (alert.clearedAt().isPresent()) {
      evidence.add(clearance(alert));
    }
    return evidence;
  }

  private static Evidence clearance(Alert alert) {
    String at = alert.clearedAt().map(Object::toString).orElse("");
    return new Evidence("alert-cleared", alert.condition() + " " + at);
  }

  private static String shown(Value value) {
    if (value instanceof Value.Measure measure) {
      return Double.toString(measure.value());
    } else if (value instanceof Value.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof Value.Label label) {
      return label.value();
    }
    Value.Position position = (Value.Position) value;
    return position.latitude() + ", " + position.longitude();
  }
}
