package org.zhili.resources.internal.cases;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.internal.Paging;

/** Cases that are reported, listed and read over REST. */
abstract class CaseResourceFixture extends CasesFixture {
  final CaseResource cases = town.resource(CaseResource.class);

  Response report(@Nullable String key, ReportBody body) {
    return cases.report(body, key, LoggedIn.OPERATOR);
  }

  Paging.Page<CaseHead> list(int limit) {
    return list(null, limit);
  }

  Paging.Page<CaseHead> list(@Nullable String after, int limit) {
    return cases.list(
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        after,
        limit,
        LoggedIn.OPERATOR);
  }

  Paging.Page<CaseHead> list(
      List<String> states,
      List<String> standings,
      @Nullable String area,
      @Nullable String unit,
      @Nullable String subject) {
    return cases.list(
        states,
        standings,
        area,
        unit,
        subject,
        null,
        null,
        null,
        null,
        null,
        50,
        LoggedIn.OPERATOR);
  }

  /** What is found by these words, and in which order. */
  Paging.Page<CaseHead> find(
      @Nullable String text,
      @Nullable String overdue,
      @Nullable String ended,
      @Nullable String sort,
      @Nullable String after) {
    return find(LoggedIn.OPERATOR, 2, text, overdue, ended, sort, after);
  }

  Paging.Page<CaseHead> find(LoggedIn by, int limit, @Nullable String... asked) {
    return cases.list(
        List.of(), List.of(), null, null, null, asked[0], asked[1], asked[2], asked[3], asked[4],
        limit, by);
  }

  static List<String> ids(Paging.Page<CaseHead> page) {
    return page.items().stream().map(CaseHead::id).toList();
  }

  static String number(int count) {
    return "ZL-20261123-00000" + count;
  }
}
