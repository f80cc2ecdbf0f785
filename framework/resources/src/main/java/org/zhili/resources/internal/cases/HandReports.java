package org.zhili.resources.internal.cases;

import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.core.casework.Desk;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.attachments.Attachments;

/** Opens cases for people who report; a report that is sent again opens nothing new. */
public final class HandReports {
  private static final String JOINED = "joined ";
  private static final String OPENED = "opened ";

  private final Desk desk;
  private final ReportReading reading;
  private final Repeats repeats;
  private final Attachments attachments;

  public HandReports(Desk desk, ReportReading reading, Repeats repeats, Attachments attachments) {
    this.desk = desk;
    this.reading = reading;
    this.repeats = repeats;
    this.attachments = attachments;
  }

  /** The case that a body asks for, held against the city's books. */
  public NewCase wanted(ReportBody body, Viewer viewer) {
    return reading.newCase(body, viewer);
  }

  /** Open a case in the running transaction. */
  public Opened open(NewCase wanted, Viewer viewer) {
    return desk.open(wanted, Actor.of(viewer));
  }

  Opened open(ReportBody body, Repeats.Request request, Viewer viewer) {
    return open(() -> reading.newCase(body, viewer), Actor.of(viewer), request);
  }

  /**
   * Open a case.
   *
   * @param wanted worked out in the transaction that opens it, when it is to be opened
   */
  public Opened open(Supplier<NewCase> wanted, Actor by, Repeats.Request request) {
    String result =
        repeats.once(
            request,
            () -> {
              NewCase matter = wanted.get();
              Opened opened = desk.open(matter, by);
              attachments.claim(matter.report().evidence(), opened.file().id(), by);
              return (opened.joined() ? JOINED : OPENED) + opened.file().id();
            });
    boolean joined = result.startsWith(JOINED);
    String id = result.substring(joined ? JOINED.length() : OPENED.length());
    CaseFile file = desk.find(CaseId.of(id)).orElseThrow(Trouble.CONFLICT::problem);
    return new Opened(file, joined);
  }
}
