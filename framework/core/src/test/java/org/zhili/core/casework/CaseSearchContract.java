package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleFiles.NOON;
import static org.zhili.core.casework.SampleFiles.closed;
import static org.zhili.core.casework.SampleFiles.id;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;
import static org.zhili.core.casework.SampleFiles.reported;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore.Query;
import org.zhili.core.casework.CaseStore.Search;
import org.zhili.core.casework.CaseStore.Turn;
import org.zhili.core.casework.CaseStore.Waiting;
import org.zhili.text.Wording;

/** How a {@link CaseStore} finds cases by words, by their end, and by what is due. */
public abstract class CaseSearchContract extends CaseStoreFixture {
  @Test
  void a_text_is_found_in_number_address_and_summary_in_whatever_case() {
    CaseFile other = told(2, "人民路7号 Lamp_50%", new Wording("路灯不亮", "The LAMP is out!"));
    insert(opened(1), other);

    assertThat(found("000002")).containsExactly(other);
    assertThat(found("zl-20261123")).containsExactly(other, opened(1));
    assertThat(found("人民路")).containsExactly(other);
    assertThat(found("倾斜")).containsExactly(opened(1));
    assertThat(found("lamp IS")).containsExactly(other);
    assertThat(found("the cover")).containsExactly(opened(1));
    assertThat(found("nowhere")).isEmpty();
    assertThat(found("sensor")).as("not what else is kept of it").isEmpty();
  }

  @Test
  void signs_that_mean_something_to_a_database_are_looked_for_as_they_are() {
    CaseFile other = told(2, "人民路7号 Lamp_50%", new Wording("路灯\\不亮", "out!"));
    insert(opened(1), other);

    for (String sign : List.of("%", "_", "_5", "!", "\\", "50%")) {
      assertThat(found(sign)).as(sign).containsExactly(other);
    }
    assertThat(found("%%")).isEmpty();
    assertThat(found("'")).isEmpty();
  }

  @Test
  void what_is_covered_is_found_as_a_whole_and_never_by_a_guess_at_a_part() {
    CaseFile told = told(2, "张某13812345678，浙A12345", Wording.same("证号110101199003071234"));
    insert(opened(1), told);

    for (String whole : List.of("13812345678", "浙A12345", "110101199003071234", "浙a12345")) {
      assertThat(found(whole)).as(whole).containsExactly(told);
    }
    for (String guess :
        List.of("1381", "81234", "12345678", "某13812345678", "13812345678，", "A1234", "9900307")) {
      assertThat(found(guess)).as(guess).isEmpty();
    }
    for (String shown : List.of("138****5678", "张某138", "5678", "浙A***45", "000002")) {
      assertThat(found(shown)).as(shown).containsExactly(told);
    }
  }

  @Test
  void cases_at_an_end_and_cases_on_their_way_are_told_apart() {
    insert(opened(1), opened(2), opened(3), opened(4), closed(opened(5), NOON));
    update(next(opened(1), Standing.VOID));
    update(next(opened(2), Standing.MERGED));
    update(next(opened(3), Standing.NOT_ACCEPTED));

    assertThat(list(new Search(Optional.empty(), Optional.of(true), Optional.empty())))
        .extracting(CaseFile::id)
        .containsExactly(id(5), id(3), id(2), id(1));
    assertThat(list(new Search(Optional.empty(), Optional.of(false), Optional.empty())))
        .containsExactly(opened(4));
  }

  @Test
  void what_is_overdue_is_found_and_counted_until_nothing_is_due_any_more() {
    insert(opened(1), opened(2), opened(3));
    due(1, NOON);
    due(2, NOON.plusSeconds(60));

    assertThat(list(Search.dueBefore(NOON))).isEmpty();
    assertThat(list(Search.dueBefore(NOON.plusSeconds(1)))).containsExactly(opened(1));
    assertThat(list(Search.dueBefore(NOON.plusSeconds(61)))).containsExactly(opened(2), opened(1));
    assertThat(count(Search.dueBefore(NOON.plusSeconds(61)))).isEqualTo(2);
    assertThat(count(Search.ALL)).isEqualTo(3);

    transactions().run(() -> store().due(id(1), Optional.empty()));
    assertThat(list(Search.dueBefore(NOON.plusSeconds(61)))).containsExactly(opened(2));
  }

  @Test
  void what_is_due_first_comes_first_and_pages_go_on_behind_a_turn_wherever_its_case_is_now() {
    insert(opened(1), opened(2), opened(3), opened(4), opened(5));
    due(4, NOON);
    due(1, NOON.plusSeconds(60));
    due(2, NOON.plusSeconds(60));

    List<Waiting> first = dueFirst(Optional.empty(), 2);
    assertThat(first).extracting(Waiting::file).containsExactly(opened(4), opened(2));
    due(2, NOON.plusSeconds(600));
    List<Waiting> second = dueFirst(Optional.of(first.get(1).turn()), 3);
    assertThat(second).extracting(Waiting::file).containsExactly(opened(1), opened(2), opened(5));
    assertThat(second.get(2).turn()).isEqualTo(new Turn(Optional.empty(), opened(5).number()));
    assertThat(dueFirst(Optional.of(second.get(2).turn()), 9))
        .extracting(Waiting::file)
        .containsExactly(opened(3));
  }

  @Test
  void an_update_of_a_case_leaves_when_it_is_due() {
    insert(opened(1));
    due(1, NOON);
    update(next(opened(1), Standing.OPEN));

    assertThat(count(Search.dueBefore(NOON.plusSeconds(1)))).isEqualTo(1);
  }

  private void due(int n, Instant at) {
    transactions().run(() -> store().due(id(n), Optional.of(at)));
  }

  private List<Waiting> dueFirst(Optional<Turn> after, int limit) {
    return transactions().run(() -> store().dueFirst(Query.newest(limit), after));
  }

  private List<CaseFile> found(String text) {
    return list(new Search(Optional.of(text), Optional.empty(), Optional.empty()));
  }

  private List<CaseFile> list(Search search) {
    return transactions().run(() -> store().list(query(search)));
  }

  private long count(Search search) {
    return transactions().run(() -> store().count(query(search)));
  }

  private static Query query(Search search) {
    return new Query(
        Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), search, Optional.empty(), 9);
  }

  private static CaseFile told(int n, String address, Wording summary) {
    Report r = SampleFiles.report(n, "key-" + n);
    Report told =
        new Report(
            r.key(),
            r.source(),
            r.subject(),
            r.condition(),
            r.area(),
            address,
            r.position(),
            summary,
            r.severity(),
            r.reportedAt(),
            r.device(),
            r.asset(),
            r.owner(),
            r.evidence());
    return reported(opened(n), told);
  }
}
