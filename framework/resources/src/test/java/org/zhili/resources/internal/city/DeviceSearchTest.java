package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

/** Devices are found by what people call them. */
class DeviceSearchTest {
  private final TestTown town = new TestTown();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void by_a_part_of_the_id_the_kind_or_the_area_in_either_language() {
    assertThat(found("EAST", LoggedIn.OPERATOR)).containsExactly("MC-east");
    assertThat(found(" 井盖 ", LoggedIn.OPERATOR)).containsExactly("MC-east", "MC-west");
    assertThat(found("manhole cov", LoggedIn.OPERATOR)).hasSize(2);
    assertThat(found("manhole_cov", LoggedIn.OPERATOR)).hasSize(2);
    assertThat(found("垃圾桶", LoggedIn.OPERATOR)).isEmpty();
    assertThat(found(" ", LoggedIn.OPERATOR)).as("nothing typed").hasSize(2);
  }

  @Test
  void what_lies_elsewhere_is_not_found() {
    assertThat(found("井盖", LoggedIn.OPERATOR.in("west"))).containsExactly("MC-west");
    assertThat(found("MC-east", LoggedIn.OPERATOR.in("west"))).isEmpty();
  }

  @Test
  void what_they_last_said_is_found_with_them() {
    assertThat(
            town.resource(DeviceStatesResource.class)
                .list("east", null, 9, LoggedIn.OPERATOR)
                .items())
        .extracting(DeviceStateView::device)
        .containsExactly("MC-east");
  }

  @Test
  void codes_have_names_in_both_languages() {
    List<TermResource.TermView> terms = town.resource(TermResource.class).list();
    assertThat(terms)
        .anySatisfy(
            term -> {
              assertThat(term.code()).isEqualTo("trash_bin");
              assertThat(term.name().zh()).isEqualTo("垃圾桶");
              assertThat(term.name().en()).isEqualTo("Bin");
            });
    assertThat(terms).extracting(TermResource.TermView::code).isSorted().doesNotHaveDuplicates();
  }

  private List<String> found(String text, LoggedIn by) {
    return town.resource(DeviceResource.class).list(text, null, 9, by).items().stream()
        .map(DeviceView::id)
        .toList();
  }
}
