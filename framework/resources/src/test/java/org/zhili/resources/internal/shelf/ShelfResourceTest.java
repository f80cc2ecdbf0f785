package org.zhili.resources.internal.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.resources.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.SampleShelf;
import org.zhili.resources.TestTown;
import org.zhili.resources.problem.Problem;

class ShelfResourceTest {
  private static final LoggedIn ADA = LoggedIn.ADMINISTRATOR;

  private final TestTown town = new TestTown();
  private final ShelfResource shelf = town.resource(ShelfResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_plug_in_is_told_with_its_reasons_under_each_of_its_names() {
    assertThat(shelf.list(ADA)).isEqualTo(shelf.why("trash-bin", ADA));
    assertThat(shelf.why("bin-v2", ADA))
        .singleElement()
        .satisfies(entry -> assertThat(entry.name()).isEqualTo(SampleShelf.NAME))
        .satisfies(entry -> assertThat(entry.state()).isEqualTo(ShelfEntry.State.IN_USE))
        .satisfies(entry -> assertThat(entry.before()).contains("1.0.0"))
        .satisfies(entry -> assertThat(entry.source()).isEqualTo("trash-bin-1.1.jar"))
        .satisfies(entry -> assertThat(entry.why().get(0).zh()).isEqualTo("它带来驱动 bin-v2。"));
  }

  @Test
  void a_file_that_was_sent_is_put_in_and_not_kept() throws IOException {
    ChangeView change = shelf.install("垃圾桶.jar", sent(SampleShelf.SOUND), ADA);
    assertThat(change.sentences()).extracting(s -> s.en()).containsExactly("Put in 垃圾桶.jar.");
    assertThat(last()).hasFileName("upload.jar").doesNotExist();
    assertThat(last().getParent()).doesNotExist();
  }

  @Test
  void a_kar_is_put_in_as_one() throws IOException {
    assertThat(shelf.install("bins.kar", sent(SampleShelf.SOUND), ADA).sentences()).hasSize(1);
    assertThat(last()).hasFileName("upload.kar").doesNotExist();
  }

  @Test
  void a_refusal_tells_each_reason_in_both_languages_and_leaves_no_file() {
    Problem problem = refused(409, "ZL-3063", () -> shelf.install("x.jar", sent("broken"), ADA));
    assertThat(problem.messages().en())
        .isEqualTo(
            "The shelf of plug-ins is as it was: x.jar is not whole; copy it again."
                + " A package is missing; add it.");
    assertThat(problem.messages().zh()).endsWith("：x.jar 不完整；请重新复制。缺少一个包；请补上。");
    assertThat(problem.violations()).hasSize(2);
    assertThat(last()).doesNotExist();
    assertThat(last().getParent()).doesNotExist();
  }

  @Test
  void a_file_that_breaks_off_is_not_put_in() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> shelf.install("x.jar", broken, ADA)).isInstanceOf(IOException.class);
    assertThat(town.shelf().last()).isEmpty();
  }

  @Test
  void a_plug_in_is_taken_out_and_put_back_by_any_of_its_names() {
    assertThat(shelf.remove("bin-v2", ADA).sentences().get(0).en()).isEqualTo("Took out bin-v2.");
    Problem problem = refused(409, "ZL-3063", () -> shelf.rollback("bin-v2", ADA));
    assertThat(problem.messages().en()).endsWith("bin-v2 has no before.");
  }

  @Test
  void what_the_shelf_does_not_hold_is_unknown() {
    refused(404, "ZL-3062", () -> shelf.why("lamp", ADA));
    refused(404, "ZL-3062", () -> shelf.remove("lamp", ADA));
    refused(404, "ZL-3062", () -> shelf.rollback("lamp", ADA));
  }

  @Test
  void a_town_without_a_shelf_says_so() {
    town.loseShelf();
    Problem problem = refused(404, "ZL-3061", () -> shelf.list(ADA));
    assertThat(problem.messages().en()).contains("no shelf of plug-ins");
    refused(404, "ZL-3061", () -> shelf.why("trash-bin", ADA));
    refused(404, "ZL-3061", () -> shelf.install("x.jar", sent(SampleShelf.SOUND), ADA));
    refused(404, "ZL-3061", () -> shelf.remove("trash-bin", ADA));
    refused(404, "ZL-3061", () -> shelf.rollback("trash-bin", ADA));
  }

  @Test
  void whoever_is_limited_to_areas_changes_nothing_of_the_whole_city() {
    LoggedIn limited = ADA.in("east");
    refused(403, "ZL-3003", () -> shelf.list(limited));
    refused(403, "ZL-3003", () -> shelf.why("trash-bin", limited));
    refused(403, "ZL-3003", () -> shelf.install("x.jar", sent(SampleShelf.SOUND), limited));
    refused(403, "ZL-3003", () -> shelf.remove("trash-bin", limited));
    refused(403, "ZL-3003", () -> shelf.rollback("trash-bin", limited));
    assertThat(town.shelf().last()).isEmpty();
  }

  @Test
  void who_signed_what_is_told_to_administrators_of_the_whole_city() {
    TrustResource trust = town.resource(TrustResource.class);
    assertThat(trust.read(ADA).policy()).isEqualTo(SignatureCheck.Policy.WARN);
    refused(403, "ZL-3003", () -> trust.read(ADA.in("east")));
    town.loseShelf();
    refused(404, "ZL-3061", () -> trust.read(ADA));
  }

  private Path last() {
    return town.shelf().last().orElseThrow();
  }

  private static InputStream sent(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
