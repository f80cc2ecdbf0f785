package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.persistence.modules.Note;
import org.zhili.persistence.modules.Note.Detail;
import org.zhili.persistence.modules.SampleSchema;

/** What entities of a module may rely on. */
interface EntityRules extends Fixture {

  @Test
  default void a_stale_version_is_a_conflict() {
    Database notes = town().notes();
    UUID id = persist(notes, new Note("first", Town.NOW));
    Note stale = notes.read(entities -> find(entities, id));
    notes.run(entities -> find(entities, id).rename("second"));
    stale.rename("third");
    assertThat(Town.failure(() -> notes.inTransaction(entities -> entities.merge(stale))).kind())
        .isEqualTo(Kind.CONFLICT);
    assertThat(notes.read(entities -> find(entities, id)).title()).isEqualTo("second");
  }

  @Test
  default void a_unique_key_already_taken_is_a_conflict_whose_message_tells_no_values() {
    Database notes = town().notes();
    persist(notes, new Note("13800000000", Town.NOW));
    var failure = Town.failure(() -> persist(notes, new Note("13800000000", Town.NOW)));
    assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(failure).hasMessageContaining("23505").hasMessageNotContaining("13800000000");
  }

  @Test
  default void a_title_too_long_is_no_matter_of_trying_again() {
    Database notes = town().notes();
    assertThat(Town.failure(() -> persist(notes, new Note("x".repeat(101), Town.NOW))).retryable())
        .isFalse();
  }

  @Test
  default void a_record_is_kept_as_json_and_its_change_is_noticed() {
    Database notes = town().notes();
    Note note = new Note("with detail", Town.NOW);
    Detail first = new Detail("井盖倾斜", List.of("a", "b"), Town.NOW, Optional.of("东街"));
    note.describe(first);
    UUID id = persist(notes, note);
    assertThat(notes.read(entities -> find(entities, id)).detail()).contains(first);

    Detail second = new Detail("已复位", List.of(), Town.NOW.plusSeconds(60), Optional.empty());
    notes.run(entities -> find(entities, id).describe(second));
    Note changed = notes.read(entities -> find(entities, id));
    assertThat(changed.detail()).contains(second);
    assertThat(changed.version()).isEqualTo(1);

    notes.run(entities -> find(entities, id)); // looked at, not changed
    assertThat(notes.read(entities -> find(entities, id)).version()).isEqualTo(1);
  }

  @Test
  default void ids_are_made_in_the_order_of_time() {
    Database notes = town().notes();
    UUID first = persist(notes, new Note("first", Town.NOW));
    assertThat(first.version()).isEqualTo(7);
  }

  @Test
  default void an_instant_comes_back_as_it_went() {
    Database notes = town().notes();
    Instant spring = Instant.parse("2026-03-29T01:30:00.123456Z");
    UUID id = persist(notes, new Note("clock change", spring));
    assertThat(notes.read(entities -> find(entities, id)).writtenAt()).isEqualTo(spring);
  }

  @Test
  default void a_change_made_in_a_read_is_not_written() {
    Database notes = town().notes();
    UUID id = persist(notes, new Note("kept", Town.NOW));
    notes.read(
        entities -> {
          find(entities, id).rename("changed");
          return true;
        });
    assertThat(notes.read(entities -> find(entities, id)).title()).isEqualTo("kept");
  }

  @Test
  default void entities_that_do_not_fit_their_tables_are_refused_at_once() {
    var schema = new SampleSchema("misfit", List.of(Note.class), "db/tallies");
    var failure = Town.failure(() -> town().engine.open(schema));
    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(failure).hasMessageContaining("misfit").hasMessageContaining("notes_note");
  }

  static UUID persist(Database notes, Note note) {
    notes.run(entities -> entities.persist(note));
    return note.id();
  }

  static Note find(EntityManager entities, UUID id) {
    return Optional.ofNullable(entities.find(Note.class, id)).orElseThrow();
  }
}
