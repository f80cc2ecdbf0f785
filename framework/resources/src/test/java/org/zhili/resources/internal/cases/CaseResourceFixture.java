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
    return cases.list(List.of(), List.of(), null, null, null, after, limit, LoggedIn.OPERATOR);
  }

  Paging.Page<CaseHead> list(
      List<String> states,
      List<String> standings,
      @Nullable String area,
      @Nullable String unit,
      @Nullable String subject) {
    return cases.list(states, standings, area, unit, subject, null, 50, LoggedIn.OPERATOR);
  }

  static List<String> ids(Paging.Page<CaseHead> page) {
    return page.items().stream().map(CaseHead::id).toList();
  }

  static String number(int count) {
    return "ZL-20261123-00000" + count;
  }
}
