package org.zhili.resources.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.audit.AuditResource;

/** What the audit says of lists that were taken away, and how it is taken away itself. */
class TakenAwayTest {
  private final TestTown town = new TestTown();
  private final AuditExportResource audits = town.resource(AuditExportResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private static List<Row> rows(Response answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ((StreamingOutput) answer.getEntity()).write(out);
      try (ReadableWorkbook book =
          new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
        return book.getFirstSheet().read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeSome() {
    rows(
        town.resource(CaseExportResource.class)
            .cases(
                List.of("REPORTED", "HANDLING"),
                List.of(),
                "east",
                null,
                null,
                "138****5678 中山",
                null,
                "false",
                null,
                Reads.CHINESE,
                LoggedIn.OPERATOR));
    rows(
        town.resource(DeviceExportResource.class)
            .alarms("MC-east", Reads.CHINESE, LoggedIn.OPERATOR));
  }

  @Test
  void the_audit_says_of_what_and_by_which_filters_a_list_was_taken() {
    takeSome();
    assertThat(
            town.resource(AuditResource.class)
                .list(null, "list.", null, null, null, null, 9, LoggedIn.AUDITOR)
                .items())
        .extracting(entry -> entry.subject() + ": " + entry.detail())
        .containsExactly(
            "alarms MC-east: rows=0",
            "cases: state=HANDLING,REPORTED area=east text='138****5678 中山' ended=false rows=0");
  }

  @Test
  void the_audit_is_taken_away_by_its_filters_and_that_is_noted_too() {
    takeSome();
    List<Row> taken =
        rows(audits.audit(null, "list.", "cases", null, null, Reads.ENGLISH, LoggedIn.AUDITOR));
    assertThat(taken).hasSize(2);
    assertThat(taken.get(0).getCellText(2)).isEqualTo("Account");
    assertThat(taken.get(1).getCellText(2)).isEqualTo("olivia");
    assertThat(taken.get(1).getCellText(3)).isEqualTo("Took a list away as a workbook");
    assertThat(taken.get(1).getCellText(5)).isEqualTo("Done");
    assertThat(taken.get(1).getCellText(8)).hasSize(64);
    assertThat(rows(audits.audit("ann", null, null, null, null, Reads.CHINESE, LoggedIn.AUDITOR)))
        .hasSize(2);
    LoggedIn west = LoggedIn.AUDITOR.in("west");
    refused(403, "ZL-3003", () -> audits.audit(null, null, null, null, null, Reads.CHINESE, west));
  }

  @Test
  void all_pages_of_the_audit_are_taken() {
    for (int i = 0; i < 210; i++) {
      org.zhili.resources.security.Audit.note(
          LoggedIn.OPERATOR.viewer().orElseThrow(), "x.y", "s" + i);
    }
    assertThat(rows(audits.audit(null, "x.y", null, null, null, Reads.CHINESE, LoggedIn.AUDITOR)))
        .hasSize(211);
  }

  @Test
  void work_that_was_set_aside_is_taken_by_those_who_see_the_whole_city() {
    assertThat(rows(audits.setAside(Reads.CHINESE, LoggedIn.ADMINISTRATOR)).get(0).getCellText(4))
        .isEqualTo("失败原因");
    refused(
        403, "ZL-3003", () -> audits.setAside(Reads.CHINESE, LoggedIn.ADMINISTRATOR.in("west")));
  }
}
