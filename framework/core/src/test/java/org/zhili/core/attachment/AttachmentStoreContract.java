package org.zhili.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.attachment.AttachmentStore.Size;
import org.zhili.core.store.Transactions;
import org.zhili.device.Value;
import org.zhili.id.CaseId;

/** What an {@link AttachmentStore} promises. Every test begins with an empty store. */
public abstract class AttachmentStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");
  private static final CaseId CASE = new CaseId(new UUID(1, 2));
  private static final CaseId OTHER = new CaseId(new UUID(1, 3));

  protected abstract Transactions transactions();

  protected abstract AttachmentStore store();

  private static Attachment photo(int number, Instant storedAt) {
    return new Attachment(
        new UUID(7, number),
        "wei",
        storedAt,
        Optional.of(storedAt.minusSeconds(60)),
        Optional.of(new Value.Position(30.5, 104.25)),
        1600,
        1200,
        Optional.empty());
  }

  private Attachment add(Attachment photo) {
    transactions().run(() -> store().add(photo, bytes(3_000_000, 1), bytes(20_000, 2)));
    return photo;
  }

  private static byte[] bytes(int length, int each) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) each);
    return bytes;
  }

  private boolean attach(Attachment photo, CaseId to) {
    return transactions().run(() -> store().attach(photo.id(), to));
  }

  @Test
  void a_photo_is_kept_in_both_sizes_with_what_is_told_of_it() {
    Attachment photo = add(photo(1, AT));
    Attachment bare =
        add(
            new Attachment(
                new UUID(7, 2),
                "wei",
                AT,
                Optional.empty(),
                Optional.empty(),
                1,
                2,
                Optional.empty()));

    assertThat(store().find(photo.id())).contains(photo);
    assertThat(store().find(bare.id())).contains(bare);
    assertThat(store().content(photo.id(), Size.FULL)).contains(bytes(3_000_000, 1));
    assertThat(store().content(photo.id(), Size.SMALL)).contains(bytes(20_000, 2));
    assertThat(store().find(new UUID(7, 9))).isEmpty();
    assertThat(store().content(new UUID(7, 9), Size.FULL)).isEmpty();
  }

  @Test
  void a_photo_belongs_to_one_case() {
    Attachment later = add(photo(1, AT.plusSeconds(1)));
    Attachment earlier = add(photo(2, AT));
    add(photo(3, AT));

    assertThat(attach(later, CASE)).isTrue();
    assertThat(attach(later, CASE)).isTrue();
    assertThat(attach(later, OTHER)).isFalse();
    assertThat(attach(earlier, CASE)).isTrue();
    assertThat(attach(photo(9, AT), CASE)).isFalse();
    assertThat(store().find(later.id()).flatMap(Attachment::caseId)).contains(CASE);
    assertThat(store().of(CASE))
        .extracting(Attachment::id)
        .containsExactly(earlier.id(), later.id());
    assertThat(store().of(OTHER)).isEmpty();
  }

  @Test
  void what_belongs_to_no_case_is_counted_and_swept() {
    Attachment kept = add(photo(1, AT));
    attach(kept, CASE);
    List.of(2, 3, 4).forEach(number -> add(photo(number, AT)));
    Attachment young = add(photo(5, AT.plus(Duration.ofDays(1))));

    assertThat(store().loose("wei")).isEqualTo(4);
    assertThat(store().loose("li")).isZero();
    assertThat(sweep(2)).isEqualTo(2);
    assertThat(sweep(2)).isEqualTo(1);
    assertThat(store().find(kept.id())).isPresent();
    assertThat(store().find(young.id())).isPresent();
    assertThat(store().loose("wei")).isEqualTo(1);
  }

  private int sweep(int limit) {
    return transactions().run(() -> store().sweep(AT.plusSeconds(1), limit));
  }
}
