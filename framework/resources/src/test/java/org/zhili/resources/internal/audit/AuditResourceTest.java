package org.zhili.resources.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.core.audit.AuditBook;
import org.zhili.core.audit.AuditBook.Fault;
import org.zhili.core.audit.AuditBook.Kind;
import org.zhili.core.audit.AuditNote.Outcome;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.audit.InMemoryAuditStore;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

class AuditResourceTest {
  private final TestTown town = new TestTown();
  private final AuditResource audit = town.resource(AuditResource.class);

  @BeforeEach
  void change() {
    AssetResource assets = town.resource(AssetResource.class);
    assets.register("A-east", Bodies.cover("municipal-works"), "*", null, LoggedIn.ADMINISTRATOR);
    Audit.refused("-", "login.failed", "192.0.2.1", "");
    Audit.note("eve", "garden.planted", "rose", "");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private List<AuditView> list(@Nullable String who, @Nullable String action) {
    return audit.list(who, action, null, null, null, null, 50, LoggedIn.AUDITOR).items();
  }

  private VerificationView verify() {
    return audit.verify(null, null, LoggedIn.AUDITOR);
  }

  @Test
  void who_did_what_is_listed_with_what_came_of_it_newest_first() {
    List<AuditView> all = list(null, null);
    assertThat(all.subList(0, 3))
        .extracting(AuditView::who, AuditView::action, AuditView::outcome, AuditView::actionName)
        .containsExactly(
            tuple("eve", "garden.planted", Outcome.DONE, Wording.same("garden.planted")),
            tuple("-", "login.failed", Outcome.REFUSED, new Wording("登录失败", "Login failed")),
            tuple("ada", "asset.changed", Outcome.DONE, new Wording("修改部件", "Changed an asset")));
    assertThat(all.get(2).detail()).isEqualTo("owner=municipal-works before=telecom");
  }

  @Test
  void it_is_narrowed_and_goes_on_page_by_page() {
    assertThat(list("ada", null)).extracting(AuditView::subject).contains("A-east");
    assertThat(list(null, "login")).extracting(AuditView::who).containsOnly("-");
    Paging.Page<AuditView> first =
        audit.list(null, null, null, null, null, null, 1, LoggedIn.AUDITOR);
    long last = Long.parseLong(first.next().orElseThrow());
    assertThat(audit.list(null, null, null, null, null, last, 1, LoggedIn.AUDITOR).items())
        .extracting(AuditView::action)
        .containsExactly("login.failed");
    assertThat(
            audit
                .list(null, null, "A-east", "2100-01-01T00:00:00Z", null, null, 9, LoggedIn.AUDITOR)
                .items())
        .isEmpty();
    refused(
        422,
        "ZL-3011",
        () -> audit.list(null, null, null, "today", null, null, 9, LoggedIn.AUDITOR));
    String never = "+200000-01-01T00:00:00Z";
    refused(
        422, "ZL-3011", () -> audit.list(null, null, null, null, never, null, 9, LoggedIn.AUDITOR));
  }

  @Test
  void who_is_limited_to_areas_sees_none_of_it() {
    LoggedIn west = LoggedIn.AUDITOR.in("west");
    refused(403, "ZL-3003", () -> audit.list(null, null, null, null, null, null, 9, west));
    refused(403, "ZL-3003", () -> audit.verify(null, null, west));
  }

  @Test
  void it_is_whole_until_somebody_touches_it_and_looking_is_noted_too() {
    VerificationView before = verify();
    assertThat(before.whole()).isTrue();
    assertThat(before.sentence().en())
        .isEqualTo("All " + before.number() + " entries are as they were written.");
    assertThat(list(null, "audit."))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo(before.sentence().en()));

    InMemoryAuditStore store = (InMemoryAuditStore) town.town().stores().audits();
    store.remove(before.number());
    VerificationView after = verify();
    assertThat(after.fault()).contains(new Fault(before.number(), Kind.MISSING));
    assertThat(after.sentence().zh()).startsWith("第 " + before.number() + " 条记录缺失；");
  }

  @Test
  void an_end_that_was_noted_down_shows_what_was_cut_off_behind_it() {
    VerificationView noted = verify();
    VerificationView again = audit.verify(noted.number(), noted.hash(), LoggedIn.AUDITOR);
    assertThat(again.whole()).isTrue();
    assertThat(again.number()).isGreaterThan(noted.number());

    InMemoryAuditStore store = (InMemoryAuditStore) town.town().stores().audits();
    long end = town.town().stores().audits().ends().last();
    for (long number = end; number >= 2; number--) {
      store.remove(number);
    }
    store.move(store.after(0, 1).get(0).head());
    assertThat(verify().whole()).isTrue();
    store.remove(2);
    store.move(store.after(0, 1).get(0).head());
    assertThat(audit.verify(noted.number(), noted.hash(), LoggedIn.AUDITOR).fault())
        .contains(new Fault(2, Kind.MISSING));
    refused(422, "ZL-3011", () -> audit.verify(3L, null, LoggedIn.AUDITOR));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_fault_has_a_sentence(Kind kind) {
    AuditBook.Verification found =
        new AuditBook.Verification(Head.EMPTY, Optional.of(new Fault(7, kind)));
    Wording sentence = VerificationView.of(found).sentence();
    assertThat(sentence.zh()).startsWith("第 7 条").endsWith("。");
    assertThat(sentence.en()).startsWith("Entry 7 ").endsWith(".");
  }
}
