package org.zhili.core.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.store.StoreConflict;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.rules.CalendarDay;

/** What every store of editions keeps to. */
public abstract class EditionStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");

  protected abstract EditionStore store();

  private static Edition edition(String part, int number) {
    return new Edition(part, number, LocalDate.of(2027, 1, 1), "print", "国办发明电〔2026〕7号", "ada", AT);
  }

  @Test
  void what_was_published_is_read_back_equal() {
    Content days =
        new Content.Days(
            List.of(
                new CalendarDay(
                    LocalDate.of(2027, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦", "notice")));
    Content rows =
        new Content.Rows(
            List.of(
                new CatalogueRow(
                    "DC-1",
                    "manhole_cover",
                    Optional.of("tilted"),
                    Optional.of(new AreaId("east")),
                    SampleTypes.WORKS,
                    Set.of(SampleTypes.TELECOM),
                    Set.of(),
                    LocalDate.of(2026, 1, 1),
                    Optional.of(LocalDate.of(2027, 6, 1)),
                    Optional.of("list"))));
    Content type = new Content.Type(SampleTypes.component(7));
    for (Content content : List.of(days, rows, type)) {
      store().publish(edition(content.part(), 1), content);
      assertThat(store().content(content.part(), 1)).contains(content);
    }
    store().publish(edition(Content.CALENDAR, 2), days);
    assertThat(store().editions())
        .containsExactly(
            edition(Content.CALENDAR, 1),
            edition(Content.CALENDAR, 2),
            edition(Content.CATALOGUE, 1),
            edition(type.part(), 1));
    assertThat(store().content(Content.CALENDAR, 3)).isEmpty();
  }

  @Test
  void a_number_is_taken_once() {
    Content none = new Content.Days(List.of());
    store().publish(edition(Content.CALENDAR, 1), none);
    assertThatExceptionOfType(StoreConflict.class)
        .isThrownBy(() -> store().publish(edition(Content.CALENDAR, 1), none));
    assertThat(store().editions()).hasSize(1);
  }

  @Test
  void changes_are_kept_in_order_and_a_number_is_taken_once() {
    PackChange first = new PackChange(Content.CALENDAR, 1, "print", 3, AT);
    PackChange second = new PackChange(Content.CALENDAR, 2, "other", 3, AT.plusSeconds(1));
    store().note(first);
    store().note(second);
    store().note(new PackChange(Content.CALENDAR, 2, "later", 4, AT));
    assertThat(store().changes()).containsExactly(first, second);
  }
}
