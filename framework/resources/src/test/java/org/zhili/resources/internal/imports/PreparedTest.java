package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Viewer;
import org.zhili.core.city.Change;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Transactions;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.export.Asker;
import org.zhili.resources.imports.Brought;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Imports;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Sending;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/** What is done before the transaction of an import, in it, and after it. */
class PreparedTest {
  private static final byte[] FILE = Book.of(List.of("name"), List.of(List.of("ada")));

  private final TestTown town = new TestTown();
  private final List<String> steps = new ArrayList<>();
  private final Imports imports =
      new Imports(
          new Watched(), town.town().stores().idempotency(), () -> town.town().clock().instant());
  private boolean writing;
  private boolean faster = true;

  @AfterEach
  void close() {
    town.close();
  }

  /** Says when somebody writes. */
  private final class Watched implements Transactions {
    private final Transactions real = town.town().stores().transactions();

    @Override
    public <T> T run(Supplier<T> work) {
      writing = true;
      try {
        return real.run(work);
      } finally {
        writing = false;
      }
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return real.read(work);
    }

    @Override
    public void afterCommit(Runnable action) {
      real.afterCommit(action);
    }
  }

  private void step(String name) {
    steps.add(name + (writing ? " inside" : ""));
  }

  /** A list of names, in which somebody else is faster once. */
  private final class Names implements Importing<String> {
    @Override
    public Layout layout() {
      Wording name = Wording.same("name");
      Field field = new Field("name", name, name, Field.Kind.CODE, Field.Need.KEY);
      return new Layout("names", name, List.of(field), 9);
    }

    @Override
    public Optional<String> read(Filled row, Viewer viewer, Checks checks) {
      step("read");
      return row.text("name");
    }

    @Override
    public List<Verdict<String>> judge(List<String> wanted, Viewer viewer) {
      step("judge");
      Optional<String> there = faster ? Optional.empty() : Optional.of("by somebody else");
      return wanted.stream().map(one -> Verdict.of(one, there, () -> {})).toList();
    }

    @Override
    public Supplier<List<Told>> writer(List<Change<String>> changes, Viewer viewer) {
      step("prepare");
      return () -> {
        step("write");
        if (faster) {
          faster = false;
          throw new StoreConflict("somebody else was faster");
        }
        return List.of(new Told("x", "y"));
      };
    }

    @Override
    public Optional<Audit.Done> noted(Change<String> change) {
      step("note");
      return Optional.of(new Audit.Done("name.made", change.after(), ""));
    }
  }

  private ImportView sent(Names names, Sending how) throws IOException {
    Asker asker = Asker.of(LoggedIn.ADMINISTRATOR, Reads.CHINESE);
    try (Brought brought = Brought.of(asker, Book.stream(FILE), new Server())) {
      return imports.take(names, brought, how);
    }
  }

  private ImportView taken(Names names, Optional<String> seen) throws IOException {
    return sent(names, new Sending(false, Optional.of("names-key-1"), seen));
  }

  @Test
  void what_was_changed_so_late_that_only_the_writing_finds_it_is_not_what_was_seen()
      throws IOException {
    Names names = new Names();
    Sending trying = new Sending(true, Optional.empty(), Optional.empty());
    String seen = sent(names, trying).seen().orElseThrow().replace("\"", "");
    refused(412, "ZL-3229", () -> taken(names, Optional.of(seen)));
    assertThat(steps).containsOnlyOnce("write inside").doesNotContain("note");
  }

  @Test
  void only_what_writes_is_inside_and_what_was_changed_meanwhile_is_seen_anew() throws IOException {
    Names names = new Names();
    ImportView view = taken(names, Optional.empty());
    List<String> once = List.of("read", "judge", "prepare", "write inside");
    List<String> all = new ArrayList<>(once);
    all.addAll(once);
    all.add("note");
    assertThat(steps).isEqualTo(all);
    assertThat(view.told()).hasSize(1);
    taken(names, Optional.empty());
    assertThat(steps).isEqualTo(all);
    assertThat(town.town().stores().audits().after(0, 99))
        .extracting(entry -> entry.note().action() + " " + entry.note().subject())
        .endsWith("list.imported names", "name.made ada");
  }

  @Test
  void a_sheet_waits_for_its_turn_on_disk_and_is_gone_when_it_is_done() throws IOException {
    Asker asker = Asker.of(LoggedIn.ADMINISTRATOR, Reads.CHINESE);
    Sending how = new Sending(true, Optional.empty(), Optional.empty());
    Brought brought = Brought.of(asker, Book.stream(FILE), new Server());
    brought.close();
    assertThatThrownBy(() -> imports.take(new Names(), brought, how))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(steps).isEmpty();
  }

  @Test
  void a_file_that_never_ends_is_refused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int at, int length) {
            return length;
          }
        };
    Asker asker = Asker.of(LoggedIn.ADMINISTRATOR, Reads.CHINESE);
    refused(413, "ZL-3184", () -> Brought.of(asker, endless, new Server()));
  }
}
