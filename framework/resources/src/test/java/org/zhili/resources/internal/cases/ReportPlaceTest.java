package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Standing;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;

/** Where a report by hand lies, and what its reporter gets to know. */
class ReportPlaceTest extends CaseResourceFixture {
  private static final LoggedIn ANYWHERE = LoggedIn.as("gao", "grid-worker");

  @Test
  void an_asset_lies_in_the_area_named_or_above_or_below_it() {
    for (String area : new String[] {"east-1", "east", "city"}) {
      ReportBody body = Bodies.report(area, Optional.of("A-east"));
      assertThat(cases.report(body, null, LoggedIn.OPERATOR).getStatus()).isLessThan(300);
    }
    ReportBody elsewhere = Bodies.report("west", Optional.of("A-east"));
    assertThat(
            refused(422, "ZL-3271", () -> cases.report(elsewhere, null, LoggedIn.OPERATOR))
                .violations()
                .get(0)
                .messages()
                .en())
        .contains("A-east", "east-1", "west");
  }

  @Test
  void of_a_joined_case_that_its_reporter_does_not_see_only_number_and_standing_are_told() {
    ReportBody body = body();
    String number = number(cases.report(body, null, LoggedIn.OPERATOR).getEntity());
    Object told = cases.report(body, null, ANYWHERE).getEntity();
    assertThat(told)
        .isInstanceOfSatisfying(
            JoinedCase.class,
            joined -> {
              assertThat(joined.number()).isEqualTo(number);
              assertThat(joined.standing()).isEqualTo(Standing.OPEN);
            });
    assertThat(cases.report(body, null, LoggedIn.GRID_WORKER).getEntity())
        .isInstanceOf(CaseDetail.class);
  }

  private static String number(Object answer) {
    return ((CaseDetail) answer).head().number();
  }

  private static ReportBody body() {
    ReportBody told = Bodies.report("east-1", Optional.of("A-east"));
    return new ReportBody(
        told.type(),
        told.filing(),
        "grid-worker",
        told.subject(),
        told.condition(),
        told.area(),
        told.address(),
        told.position(),
        told.summary(),
        told.severity(),
        told.asset(),
        told.evidence(),
        Optional.empty());
  }
}
