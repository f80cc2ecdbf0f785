package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.persistence.modules.Note;

/** What holds where several write at once, which is on PostgreSQL. */
interface SideBySideRules extends Fixture {

  @Test
  default void two_who_change_the_same_row_at_once_do_not_overwrite_each_other() {
    Database notes = town().notes();
    UUID id = EntityRules.persist(notes, new Note("first", Town.NOW));
    assertThat(
            Town.failure(
                    () ->
                        notes.run(
                            entities -> {
                              Note mine = EntityRules.find(entities, id);
                              Parallel.call(
                                  () -> {
                                    notes.run(other -> EntityRules.find(other, id).rename("other"));
                                    return true;
                                  });
                              mine.rename("mine");
                            }))
                .kind())
        .isEqualTo(Kind.CONFLICT);
    assertThat(notes.read(entities -> EntityRules.find(entities, id)).title()).isEqualTo("other");
  }

  @Test
  default void every_row_is_claimed_once_however_many_workers_ask() {
    Database tallies = town().tallies();
    tallies.jdbc(connection -> SqlRules.upsert(tallies, connection, List.of("a", "b", "c")));
    List<String> claimed = new ArrayList<>();
    tallies.jdbc(
        connection -> {
          claimed.addAll(SqlRules.claim(connection));
          return claimed.addAll(Parallel.call(() -> tallies.jdbc(SqlRules::claim)));
        });
    claimed.addAll(tallies.jdbc(SqlRules::claim));
    assertThat(claimed).containsExactlyInAnyOrder("a", "b", "c");
  }
}
