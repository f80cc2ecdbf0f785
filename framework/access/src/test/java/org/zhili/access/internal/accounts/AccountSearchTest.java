package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.access.internal.accounts.AccountSearch.Found;
import org.zhili.access.internal.accounts.AccountSearch.Standing;
import org.zhili.access.internal.accounts.AccountSearch.Wanted;
import org.zhili.id.UnitId;

/** Accounts among many. */
class AccountSearchTest extends AccountsFixture {
  private static final Optional<String> ANY = Optional.empty();
  private static final Wanted ALL = new Wanted(ANY, ANY, ANY, Optional.empty());

  @Test
  void page_after_page_shows_each_account_once() {
    for (int i = 0; i < 20; i++) {
      create("wang-" + i, Role.OPERATOR);
    }
    List<String> names = new ArrayList<>();
    String after = "";
    for (int page = 0; page < 5; page++) {
      Found found = desk.search().find(ALL, after, 5);
      assertThat(found.total()).isEqualTo(25);
      found.accounts().forEach(account -> names.add(account.name()));
      after = names.get(names.size() - 1);
    }
    assertThat(names).hasSize(25).doesNotHaveDuplicates().isSorted();
    assertThat(desk.search().find(ALL, after, 5).accounts()).isEmpty();
  }

  @Test
  void names_are_found_by_a_part_of_them_and_signs_mean_themselves() {
    create("li_wang", Role.OPERATOR);
    create("lixwang", Role.OPERATOR);
    assertThat(names(text("WANG"))).containsExactly("li_wang", "lixwang");
    assertThat(names(text("li_"))).containsExactly("li_wang");
    assertThat(names(text("%"))).isEmpty();
    assertThat(names(text("!"))).isEmpty();
  }

  @Test
  void roles_are_whole_words_and_units_whole_codes() {
    create("grid", "grid-worker", Role.OPERATOR);
    Draft unit = new Draft("wu", Set.of(Role.UNIT), Optional.of(new UnitId("telecom")), Set.of());
    desk.accounts().create(unit);
    assertThat(names(new Wanted(ANY, Optional.of("grid-worker"), ANY, Optional.empty())))
        .containsExactly("grid");
    assertThat(names(new Wanted(ANY, Optional.of("administrator"), ANY, Optional.empty())))
        .as("neither security's nor audit's")
        .containsExactly("admin");
    assertThat(names(new Wanted(ANY, ANY, Optional.of("telecom"), Optional.empty())))
        .containsExactly("wu");
    assertThat(names(new Wanted(ANY, ANY, Optional.of("tele"), Optional.empty()))).isEmpty();
  }

  @Test
  void who_is_locked_and_who_has_not_been_there_for_ninety_days_is_found() {
    Fresh olivia = create("olivia", Role.OPERATOR);
    desk.accounts().lock("operator", true);
    assertThat(names(new Wanted(ANY, ANY, ANY, Optional.of(Standing.LOCKED))))
        .containsExactly("operator");
    Wanted unused = new Wanted(ANY, ANY, ANY, Optional.of(Standing.UNUSED));
    access.pass(Duration.ofDays(60));
    desk.logins().check("olivia", olivia.password(), HERE);
    desk.logins().check("security", "a guess", HERE);
    assertThat(names(unused)).isEmpty();
    access.pass(Duration.ofDays(31));
    assertThat(names(unused)).contains("security", "admin").doesNotContain("olivia");
    access.pass(Duration.ofDays(60));
    assertThat(names(unused)).contains("olivia");
  }

  private static Wanted text(String text) {
    return new Wanted(Optional.of(text), ANY, ANY, Optional.empty());
  }

  private List<String> names(Wanted wanted) {
    return desk.search().find(wanted, "", 50).accounts().stream().map(Account::name).toList();
  }
}
