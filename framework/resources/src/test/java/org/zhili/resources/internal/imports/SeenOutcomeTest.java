package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.id.AssetId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;

/** An import that is only to be what a dry run said. */
class SeenOutcomeTest {
  private static final List<String> HEADS = List.of("部件标识码", "设施类别", "中文名称", "区域代码", "地址");
  private static final byte[] SHEET =
      Book.of(HEADS, List.of(row("a1", "new address"), row("a2", "of a new one")));

  private final TestTown town = new TestTown();

  @BeforeEach
  void plant() {
    taken("a1", "old address");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static List<String> row(String code, String address) {
    return List.of(code, "lamp", "灯", "east-1", address);
  }

  private ImportView sent(boolean dry, byte[] sheet, @Nullable String key, @Nullable String seen) {
    try {
      return town.resource(AssetImportResource.class)
          .take(
              Boolean.toString(dry),
              Book.stream(sheet),
              key,
              seen,
              new Server(),
              Reads.CHINESE,
              LoggedIn.ADMINISTRATOR);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void taken(String code, String address) {
    sent(false, Book.of(HEADS, List.of(row(code, address))), null, null);
  }

  private String seen() {
    return sent(true, SHEET, null, null).seen().orElseThrow();
  }

  private String address(String code) {
    return town.town().devices().asset(new AssetId(code)).orElseThrow().address();
  }

  @Test
  void what_was_seen_is_taken_whatever_else_has_changed() {
    String seen = seen();
    assertThat(seen()).isEqualTo(seen);
    taken("another", "x");
    ImportView done = sent(false, SHEET, null, seen);
    assertThat(done).extracting(ImportView::added, ImportView::changed).containsExactly(1, 1);
    assertThat(done.seen()).isEmpty();
  }

  @Test
  void nothing_is_taken_when_an_entry_was_changed_since() {
    String seen = seen();
    taken("a1", "newest address");
    refused(412, "ZL-3229", () -> sent(false, SHEET, null, seen));
    assertThat(address("a1")).isEqualTo("newest address");
    assertThat(town.town().devices().asset(new AssetId("a2"))).isEmpty();
    assertThat(sent(false, SHEET, null, seen()).changed()).isEqualTo(1);
  }

  @Test
  void nothing_is_taken_when_a_new_entry_is_there_meanwhile_or_a_change_is_none_any_more() {
    String seen = seen();
    taken("a2", "by somebody else");
    refused(412, "ZL-3229", () -> sent(false, SHEET, null, seen));
    String later = seen();
    taken("a1", "new address");
    refused(412, "ZL-3229", () -> sent(false, SHEET, null, later));
  }

  @Test
  void nothing_is_taken_of_another_sheet() {
    String seen = seen();
    byte[] other = Book.of(HEADS, List.of(row("a1", "new address"), row("a2", "elsewhere")));
    refused(412, "ZL-3229", () -> sent(false, other, null, seen));
  }

  @Test
  void who_asks_again_has_the_answer_although_it_would_end_otherwise_now() {
    String seen = seen();
    assertThat(sent(false, SHEET, "seen-key-1", seen).added()).isEqualTo(1);
    assertThat(sent(false, SHEET, "seen-key-1", seen).added()).isEqualTo(1);
    refused(412, "ZL-3229", () -> sent(false, SHEET, "seen-key-2", seen));
  }

  @Test
  void who_does_not_say_what_they_saw_is_not_asked() {
    seen();
    taken("a1", "newest address");
    assertThat(sent(false, SHEET, null, "*").changed()).isEqualTo(1);
    assertThat(sent(false, SHEET, null, null).same()).isEqualTo(2);
    refused(400, "ZL-3032", () -> sent(false, SHEET, null, "what I saw"));
  }
}
