package org.zhili.resources.imports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.core.city.Change;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.Transactions;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Turns;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.sheets.Sheet;

/**
 * Takes sheets into lists: all rows in one transaction, or none. Few at a time, whoever brings
 * them. Thread-safe.
 */
public final class Imports {
  /** What the body of an import may say it is; what it is, its content says. */
  public static final String CSV = "text/csv";

  /** How operations that take sheets work, for their descriptions. */
  public static final String HOW =
      "An Excel workbook (.xlsx) or CSV in UTF-8 or GB18030; what it is, its content says. With"
          + " `dryRun=true`, the default, nothing is written and the answer says what would be;"
          + " with `dryRun=false` all rows are taken, or none. Its columns are those of the export"
          + " and of `template`; others are left out. Send an `Idempotency-Key` (cases are"
          + " not taken without), and what a dry run"
          + " answered as `seen` in `If-Match`: should it end otherwise by now, nothing is taken (412)."
          + " · Excel 工作簿（.xlsx）或 UTF-8、GB18030 编码的 CSV，以内容为准。dryRun=true（缺省）只检查不写入；"
          + "dryRun=false 全部导入，或一行也不导入。列与导出表格、模板相同，其他列不导入。请带 Idempotency-Key（案件必须带），"
          + "并在 If-Match 中带上检查时答复的 seen：结果若已不同，则不导入（412）。";

  private static final Duration SOON = Duration.ofSeconds(5);

  /** As many as fit into the memory of a small town together. */
  private static final Turns TURNS = new Turns(2);

  private final Transactions transactions;
  private final Repeats repeats;
  private final ToldOnce toldOnce;

  public Imports(Transactions transactions, IdempotencyStore answers, InstantSource clock) {
    this.transactions = transactions;
    this.repeats = new Repeats(transactions, answers, clock);
    this.toldOnce = new ToldOnce(answers, clock);
  }

  private record Meant(String list, String digest) {}

  /**
   * A sheet that is to be taken.
   *
   * @param seal closes what is told once, when somebody who lost the answer may ask again
   */
  private record Order<T>(
      Importing<T> list,
      Brought brought,
      Sending how,
      Repeats.Request request,
      Optional<Seal> seal) {
    static <T> Order<T> of(Importing<T> list, Brought brought, Sending how) {
      Optional<Seal> seal = how.key().filter(key -> list.tellsSecrets()).map(Seal::of);
      String name = list.layout().list();
      return new Order<>(
          list,
          brought,
          how,
          Repeats.Request.of(
              seal.map(Seal::name).or(how::key).orElse(null),
              brought.viewer(),
              "import " + name,
              new Meant(name, brought.digest())),
          seal);
    }

    String name() {
      return list.layout().list();
    }

    /** What the request goes by in the store, when what it tells is sealed. */
    Optional<String> sealedAs() {
      return seal.flatMap(one -> request.key());
    }
  }

  /**
   * Take a sheet into a list, if every row of it is right, or say what would become of it.
   *
   * @param how with a tag of what a dry run said, it is only taken if it ends as was said
   */
  public <T> ImportView take(Importing<T> list, Brought brought, Sending how) {
    if (!how.dryRun() && how.key().isEmpty() && list.layout().addsUp()) {
      throw Trouble.IMPORT_WITHOUT_KEY.problem();
    }
    return inTurn(() -> how.dryRun() ? tried(list, brought) : taken(Order.of(list, brought, how)));
  }

  private <T> ImportView tried(Importing<T> list, Brought brought) {
    Draft<T> draft = looked(list, brought);
    return ImportView.tried(draft, list, Outcome.tag(draft, list, brought));
  }

  /** Answer with the sheet as it was brought, and what is wrong in it. */
  public <T> Response errors(Importing<T> list, Brought brought) {
    byte[] sheet = inTurn(() -> Sheets.errors(looked(list, brought), brought.asker().language()));
    return book(list.layout(), "errors", sheet);
  }

  /** Answer with an empty sheet to be filled in. */
  public Response template(Importing<?> list, Asker asker) {
    return book(list.layout(), "template", Sheets.template(list.layout(), asker.language()));
  }

  private static Response book(Layout layout, String what, byte[] book) {
    return Response.ok(book, Workbooks.XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%1$s-%2$s.xlsx\"; filename*=UTF-8''%1$s-%2$s.xlsx"
                .formatted(layout.list(), what))
        .build();
  }

  private <T> Draft<T> looked(Importing<T> list, Brought brought) {
    Sheet sheet = brought.sheet(list.layout());
    return transactions.read(() -> Draft.of(sheet, list, brought.viewer(), brought.checks()));
  }

  private <T> ImportView taken(Order<T> order) {
    Optional<String> before = repeats.before(order.request());
    if (before.isPresent()) {
      return again(order, before.get());
    }
    Sheet sheet = order.brought().sheet(order.list().layout());
    try {
      return Retry.onConflict(() -> written(order, sheet));
    } catch (ProblemException refusal) {
      // it may be refused only because the same request, sent at the same time, was faster
      String counts = repeats.before(order.request()).orElseThrow(() -> refusal);
      return again(order, counts);
    }
  }

  /** Answer what was answered; what is told once only within its hour, and to who has the key. */
  private ImportView again(Order<?> order, String counts) {
    List<Told> told =
        transactions.read(
            () ->
                order.sealedAs().stream()
                    .flatMap(name -> toldOnce.again(name, order.seal().orElseThrow()).stream())
                    .toList());
    if (!told.isEmpty()) {
      Audit.note(order.brought().viewer(), "list.told-again", order.name(), told.size() + " rows");
    }
    return Counts.read(counts).view(order.list().tellsSecrets(), told);
  }

  private <T> Draft<T> sound(Order<T> order, Sheet sheet) {
    Importing<T> list = order.list();
    Brought brought = order.brought();
    Draft<T> draft =
        transactions.read(() -> Draft.of(sheet, list, brought.viewer(), brought.checks()));
    if (order.how().seen().isPresent()
        && order.how().hasSeenAnother(Outcome.tag(draft, list, brought))) {
      throw Trouble.OUTCOME_DIFFERS.problem();
    }
    if (!draft.flaws().isEmpty()) {
      throw Trouble.ROWS_FAULTY.problem(Integer.toString(draft.faulty()));
    }
    return draft;
  }

  /** All that takes long is done before the transaction, in which everybody else waits. */
  private <T> ImportView written(Order<T> order, Sheet sheet) {
    Importing<T> list = order.list();
    Viewer viewer = order.brought().viewer();
    Draft<T> draft = sound(order, sheet);
    Supplier<List<Told>> writer = list.writer(draft.changes(), viewer);
    AtomicReference<@Nullable List<Told>> done = new AtomicReference<>();
    String counts =
        repeats.tried(
            order.request(),
            () -> {
              List<Told> told = writer.get();
              order
                  .sealedAs()
                  .ifPresent(name -> toldOnce.keep(name, order.seal().orElseThrow(), told));
              done.set(told);
              return Counts.of(draft).written();
            });
    List<Told> told = done.get();
    if (told == null) {
      return again(order, counts);
    }
    List<Change<T>> changes = draft.changes();
    Audit.note(viewer, "list.imported", order.name(), counts);
    Audit.note(viewer, changes.stream().flatMap(one -> list.noted(one).stream()).toList());
    return ImportView.done(draft, told);
  }

  private static <T> T inTurn(Supplier<T> work) {
    return TURNS.soon(work).orElseThrow(() -> busy());
  }

  private static ProblemException busy() {
    return Trouble.IMPORTS_BUSY.retryAfter(SOON);
  }
}
