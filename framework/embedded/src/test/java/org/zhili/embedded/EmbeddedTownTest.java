package org.zhili.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.core.station.GateStations;
import org.zhili.core.trace.TraceEntry;
import org.zhili.device.Payload;
import org.zhili.frame.Head;
import org.zhili.frame.Stations;
import org.zhili.id.UnitId;
import org.zhili.message.MessageInlet.InletClosed;
import org.zhili.module.Contribution;
import org.zhili.module.Reply;
import org.zhili.text.Text;

/** A town in a plain program. */
class EmbeddedTownTest {
  private final DataSource database = Sample.database();

  @Test
  void a_message_that_was_stored_becomes_a_case_of_the_owner() {
    try (EmbeddedTown town = Sample.town().storage(database).start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();

      CaseFile file = Sample.dispatched(town);

      assertThat(file.assignment().lead()).contains(new UnitId("municipal-works"));
      assertThat(file.assignment().supervising()).containsExactly(new UnitId("city-management"));
    }
  }

  @Test
  void plug_ins_are_found_on_the_class_path() {
    try (EmbeddedTown town =
        EmbeddedTown.builder().discover().city(Sample.CITY).storage(database).start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();

      CaseFile file = Sample.dispatched(town);

      assertThat(town.cases().trace().of(file.id()))
          .extracting(TraceEntry::advisor)
          .anyMatch(advisor -> advisor.matches("rule-table@\\d+\\.\\d+\\.\\d+.*"));
    }
  }

  @Test
  void a_protocol_of_stations_on_the_class_path_is_asked_by_their_listener() {
    try (EmbeddedTown town =
        EmbeddedTown.builder().discover().city(Sample.CITY).storage(database).start()) {
      Stations stations = new GateStations(town.town().gate(), town.town().access());

      assertThat(stations.protocol("hj212")).isPresent();
      assertThat(stations.read("hj212", Payload.ofUtf8("##"), Instant.EPOCH))
          .contains(new Head.Begun());
    }
  }

  @Test
  void a_resource_that_cannot_be_made_is_told_and_not_left_out() {
    Contribution broken =
        new Contribution.Rest(
            String.class,
            () -> {
              throw new IllegalStateException("no printer");
            });
    try (EmbeddedTown town = Sample.town().bring(broken).storage(database).start()) {
      assertThatThrownBy(town::restResources)
          .isInstanceOf(SetupFault.class)
          .hasMessageContainingAll("ZL-1280", "host", "no printer");
    }
  }

  @Test
  void a_message_nobody_understands_is_kept_and_its_answer_completes() {
    try (EmbeddedTown town = Sample.town().storage(database).start()) {
      town.ingest(Sample.COVER, Payload.ofUtf8("?")).join();

      // it is counted after its answer was given
      long kept =
          Sample.eventually(
              () ->
                  town.town().ingestion().status().quarantined().values().stream()
                      .filter(count -> count > 0)
                      .findFirst());
      assertThat(kept).isEqualTo(1);
    }
  }

  @Test
  void a_module_is_made_with_the_desk_and_follows_its_cases() throws Exception {
    CompletableFuture<CaseFile> followed = new CompletableFuture<>();
    try (EmbeddedTown town =
        Sample.town()
            .storage(database)
            .module(desk -> new Follower(id -> followed.complete(desk.find(id).orElseThrow())))
            .start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();

      assertThat(followed.get(60, TimeUnit.SECONDS).state()).isEqualTo(CaseState.DISPATCHED);
    }
  }

  @Test
  void a_module_writes_into_tables_of_its_own() throws Exception {
    CompletableFuture<List<String>> written = new CompletableFuture<>();
    try (EmbeddedTown town =
        Sample.town()
            .storage(database)
            .module(
                new Notebook(),
                (desk, notes) ->
                    new Follower(
                        id -> {
                          Notebook.write(notes, id);
                          written.complete(Notebook.read(notes));
                        }))
            .start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();

      CaseFile file = Sample.dispatched(town);
      assertThat(written.get(60, TimeUnit.SECONDS)).containsExactly(file.id().toString());
    }
  }

  @Test
  void a_command_is_run_and_answers_in_words() {
    Contribution command =
        new Contribution.Command(
            "fees", Text.of("host.fees"), words -> Reply.done(Text.of("host.fees", words.get(0))));
    try (EmbeddedTown town = Sample.town().storage(database).bring(command).start()) {
      assertThat(town.run("fees", List.of("2026")))
          .isEqualTo(Reply.done(Text.of("host.fees", "2026")));
      Reply nobody = town.run("rent", List.of());
      assertThat(nobody).isInstanceOf(Reply.Failed.class);
      assertThat(town.town().render(nobody.lines().get(0)).zh()).contains("没有模块提供命令“rent”");
    }
  }

  @Test
  void the_host_itself_follows_cases() throws Exception {
    CompletableFuture<CaseFile> followed = new CompletableFuture<>();
    Contribution reaction =
        new Contribution.Reaction(
            "host.dispatched",
            Set.of("urban.component"),
            Set.of(CaseState.DISPATCHED),
            (event, file) -> followed.complete(file));
    try (EmbeddedTown town = Sample.town().storage(database).bring(reaction).start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();

      assertThat(followed.get(60, TimeUnit.SECONDS).assignment().lead())
          .contains(new UnitId("municipal-works"));
    }
  }

  @Test
  void what_was_stored_is_there_when_the_town_opens_again() {
    try (EmbeddedTown town = Sample.town().storage(database).start()) {
      town.ingest(Sample.COVER, Sample.says("tilted")).join();
      Sample.dispatched(town);
    }
    try (EmbeddedTown town = Sample.town().storage(database).start()) {
      assertThat(Sample.cases(town)).hasSize(1);
      assertThat(town.cases().trace().verifyAll()).isEmpty();
    }
  }

  @Test
  void the_data_source_stays_the_hosts() throws SQLException {
    Sample.town().storage(database).start().close();

    try (Connection connection = database.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void no_thread_is_left_behind() {
    Sample.town().storage(database).start().close();

    Sample.eventually(() -> Optional.of(true).filter(any -> ourThreads().isEmpty()));
  }

  private static List<String> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("zhili-"))
        .toList();
  }

  @Test
  void an_answer_that_is_still_waited_for_fails_when_the_town_closes() {
    Line line = new Line(database);
    CompletableFuture<Void> answer;
    try (EmbeddedTown town = Sample.town().storage(line).start()) {
      line.cut();
      answer = town.ingest(Sample.COVER, Sample.says("tilted"));
      Sample.eventually(() -> town.town().ingestion().status().unavailableSince());
      assertThat(answer).isNotDone();
    }
    assertThatThrownBy(answer::join).hasCauseInstanceOf(InletClosed.class);
  }

  @Test
  void a_job_is_told_to_stop_and_ends_its_work_before_the_tables_are_closed() throws Exception {
    Patrol patrol = new Patrol();
    try (EmbeddedTown town = Sample.town().storage(database).module(patrol::over).start()) {
      assertThat(patrol.begun.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Sample.cases(town)).isEmpty();
      assertThat(patrol.ended).isNotDone();
    }
    assertThat(patrol.ended).isCompletedWithValue("cases found: 0");
  }

  @Test
  void a_closed_town_takes_nothing() {
    EmbeddedTown town = Sample.town().storage(database).start();
    town.close();
    town.close();

    assertThatThrownBy(() -> town.ingest(Sample.COVER, Sample.says("tilted")).join())
        .hasCauseInstanceOf(InletClosed.class);
  }
}
