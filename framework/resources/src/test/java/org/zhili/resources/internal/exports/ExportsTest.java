package org.zhili.resources.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.resources.Alerts;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.text.Language;

class ExportsTest {
  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final CaseExportResource cases = town.resource(CaseExportResource.class);
  private final BookExportResource books = town.resource(BookExportResource.class);
  private final DeviceExportResource devices = town.resource(DeviceExportResource.class);

  private final AuditExportResource audits = town.resource(AuditExportResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private Response cases(LoggedIn by, Reads reads) {
    return cases.cases(List.of(), List.of(), null, null, null, null, null, null, null, reads, by);
  }

  private static byte[] file(Response answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ((StreamingOutput) answer.getEntity()).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<Row> rows(Response answer) {
    return rows(answer, 0);
  }

  private static List<Row> rows(Response answer, int sheet) {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(answer)))) {
      return book.getSheet(sheet).orElseThrow().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_case_is_a_row_in_the_words_of_whoever_asks() {
    String id = life.dispatched();
    Response answer = cases(LoggedIn.OPERATOR, Reads.CHINESE);
    assertThat(answer.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo(
            "attachment; filename=\"cases-2026-11-23.xlsx\";"
                + " filename*=UTF-8''%E6%A1%88%E4%BB%B6-2026-11-23.xlsx");
    List<Row> rows = rows(answer);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getCellText(0)).isEqualTo("编号");
    assertThat(rows.get(1).getCellText(0)).isEqualTo(town.file(id).number());
    assertThat(rows.get(1).getCellText(2)).isEqualTo("派单");
    assertThat(rows.get(1).getCellAsDate(13).orElseThrow())
        .isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 0));
    assertThat(rows(cases(LoggedIn.OPERATOR, Reads.ENGLISH)).get(0).getCellText(0))
        .isEqualTo("Number");
    assertThat(rows(cases(LoggedIn.OPERATOR, Reads.CHINESE), 1))
        .extracting(row -> row.getCellText(1))
        .contains("olivia", "1");
  }

  @Test
  void an_export_has_the_rows_of_the_list_whoever_asks() {
    life.dispatched();
    CaseResource list = town.resource(CaseResource.class);
    for (LoggedIn by :
        List.of(
            LoggedIn.OPERATOR,
            LoggedIn.OPERATOR.in("west"),
            LoggedIn.WORKS,
            LoggedIn.TELECOM,
            LoggedIn.UNIT_OF_NOTHING)) {
      int shown =
          list.list(List.of(), List.of(), null, null, null, null, null, null, null, null, 200, by)
              .items()
              .size();
      assertThat(rows(cases(by, Reads.CHINESE))).as(by.toString()).hasSize(shown + 1);
    }
    assertThat(rows(cases(LoggedIn.OPERATOR.in("west"), Reads.CHINESE))).hasSize(1);
    assertThat(rows(cases(LoggedIn.WORKS, Reads.CHINESE))).hasSize(2);
    assertThat(rows(devices.devices(null, Reads.CHINESE, LoggedIn.OPERATOR.in("west")))).hasSize(2);
    assertThat(rows(books.assets(Reads.CHINESE, LoggedIn.WORKS.in("west")))).hasSize(2);
  }

  @Test
  void every_list_is_written_in_both_languages_without_a_missing_word() {
    life.dispatched();
    town.advise(TestTown.WORKS);
    String waiting = life.report(Bodies.report()).head().id();
    life.act(waiting, Bodies.action("accept"), LoggedIn.OPERATOR);
    town.work();
    new Alerts(town).raise("MC-east");
    for (Reads reads : List.of(Reads.CHINESE, Reads.ENGLISH)) {
      List<Response> all =
          List.of(
              cases(LoggedIn.OPERATOR, reads),
              cases.reviews(reads, LoggedIn.OPERATOR),
              cases.orders(List.of(), reads, LoggedIn.WORKS),
              cases.alerts(null, null, reads, LoggedIn.OPERATOR),
              devices.devices(null, reads, LoggedIn.OPERATOR),
              devices.states(null, reads, LoggedIn.OPERATOR),
              devices.alarms("MC-east", reads, LoggedIn.OPERATOR),
              devices.inbox(reads, LoggedIn.OPERATOR),
              devices.quarantine(null, null, reads, LoggedIn.OPERATOR),
              books.assets(reads, LoggedIn.OPERATOR),
              books.units(reads, LoggedIn.OPERATOR),
              books.areas(reads, LoggedIn.OPERATOR),
              books.scores(null, null, reads, LoggedIn.OPERATOR),
              audits.audit(null, null, null, null, null, reads, LoggedIn.AUDITOR),
              audits.setAside(reads, LoggedIn.ADMINISTRATOR));
      assertThat(all).hasSize((int) operations().count());
      for (Response answer : all) {
        assertThat(
                rows(answer).stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null && cell.getText() != null)
                    .map(cell -> cell.getText()))
            .isNotEmpty()
            .noneMatch(text -> text.startsWith("exports.") || text.startsWith("export."));
      }
    }
  }

  @Test
  void all_pages_are_taken_and_what_is_beyond_the_bound_is_told() {
    AssetResource assets = town.resource(AssetResource.class);
    for (int i = 0; i < 2 * Paging.MOST - 160; i++) {
      assets.register(
          "N-%04d".formatted(i), Bodies.cover("telecom"), null, null, LoggedIn.ADMINISTRATOR);
    }
    List<Row> whole = rows(books.assets(Reads.ENGLISH, LoggedIn.ADMINISTRATOR));
    assertThat(whole).hasSize(243);
    for (int i = 0; i < 9; i++) {
      assets.register("Z-" + i, Bodies.cover("telecom"), null, null, LoggedIn.ADMINISTRATOR);
    }
    List<Row> cut = rows(books.assets(Reads.ENGLISH, LoggedIn.ADMINISTRATOR));
    assertThat(cut).hasSize(252);
    assertThat(cut.get(251).getCellText(0)).contains("250", "export.rows");
    assertThat(rows(books.assets(Reads.CHINESE, LoggedIn.ADMINISTRATOR), 1))
        .extracting(row -> row.getCellText(1))
        .anyMatch(told -> told.contains("前 250 行"));
  }

  @Test
  void a_wrong_question_is_refused_before_anything_is_answered() {
    refused(
        422,
        "ZL-3011",
        () ->
            cases.cases(
                List.of("nonsense"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Reads.CHINESE,
                LoggedIn.OPERATOR));
    refused(403, "ZL-3003", () -> devices.inbox(Reads.CHINESE, LoggedIn.OPERATOR.in("west")));
  }

  @Test
  void who_took_what_is_written_down_also_when_it_broke_off() {
    life.dispatched();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      file(cases(LoggedIn.OPERATOR, Reads.CHINESE));
      StreamingOutput body =
          (StreamingOutput) cases(LoggedIn.SUPERVISOR, Reads.CHINESE).getEntity();
      assertThat(catchThrowable(() -> body.write(broken()))).isInstanceOf(IOException.class);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("by=\"olivia\" action=list.exported subject=\"cases\" detail=\"rows=1\"")
        .contains(
            "by=\"sun\" action=list.exported subject=\"cases\" detail=\"rows=1 broken-off=yes\"");
  }

  private static OutputStream broken() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException("the caller has gone");
      }
    };
  }

  @Test
  void an_export_takes_the_filters_of_its_list() {
    List<Object> all = town.resources().all();
    List<Method> exports = operations().toList();
    assertThat(exports).hasSizeGreaterThan(10);
    for (Method export : exports) {
      String path = export.getAnnotation(Path.class).value();
      Method list =
          all.stream()
              .map(Object::getClass)
              .filter(type -> type.getAnnotation(Path.class).value().equals(path))
              .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
              .filter(method -> method.getName().equals("list"))
              .findFirst()
              .orElseThrow();
      Set<String> filters = questions(list);
      filters.removeAll(Set.of("after", "before", "limit"));
      assertThat(questions(export)).as(path).isEqualTo(filters);
    }
  }

  private static Stream<Method> operations() {
    return Stream.of(
            CaseExportResource.class,
            DeviceExportResource.class,
            BookExportResource.class,
            AuditExportResource.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Path.class));
  }

  private static Set<String> questions(Method operation) {
    return Arrays.stream(operation.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(question -> question != null)
        .map(QueryParam::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void both_languages_have_the_same_words(Language language) {
    assertThat(Titles.WORDS.keys(language))
        .isEqualTo(Titles.WORDS.keys(Language.EN))
        .hasSizeGreaterThan(50);
  }
}
