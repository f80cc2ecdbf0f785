package org.zhili.access.internal.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Account;
import org.zhili.access.internal.accounts.AccountBook;
import org.zhili.access.internal.accounts.AccountBook.Alteration;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Making;
import org.zhili.access.internal.accounts.OneTime;
import org.zhili.access.internal.accounts.Separation;
import org.zhili.core.city.Change;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field;
import org.zhili.resources.imports.Field.Kind;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/** Sheets of accounts; new ones get a one-time password each, which the answer tells once. */
final class AccountImport implements Importing<Draft> {
  /** Each new one costs a hash of a password, which is made to be slow. */
  private static final int MOST = 200;

  private static final Layout LAYOUT =
      new Layout(
          "accounts",
          AccountExportResource.word("accounts"),
          List.of(
              field("name", Kind.CODE, Need.KEY),
              field("roles", Kind.CODES, Need.NEEDED),
              field("unit", Kind.CODE, Need.OPTIONAL),
              field("areas", Kind.CODES, Need.NEEDED)),
          MOST);

  private final AccountBook accounts;
  private final Drafts drafts;

  AccountImport(AccountBook accounts, Drafts drafts) {
    this.accounts = accounts;
    this.drafts = drafts;
  }

  private static Field field(String name, Kind kind, Need need) {
    return new Field(
        name,
        AccountExportResource.word(name),
        AccountExportResource.word(name + "-hint"),
        kind,
        need);
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Optional<Draft> read(Filled row, Viewer viewer, Checks checks) {
    AccountBody body =
        checks.valid(
            new AccountBody(row.needed("name"), row.lines("roles"), row.text("unit"), areas(row)));
    return Optional.of(drafts.of(body.name(), body.rights()));
  }

  /** The codes of areas; none for the whole city, which has to be said. */
  static List<String> areas(Filled row) {
    List<String> said = row.lines("areas");
    if (said.isEmpty()) {
      throw Trouble.AREAS_UNSAID.at("areas");
    }
    Wording city = AccountExportResource.word("whole-city");
    boolean whole =
        said.size() == 1
            && (said.get(0).equals(city.zh()) || said.get(0).equalsIgnoreCase(city.en()));
    return whole ? List.of() : said;
  }

  @Override
  public Optional<Wording> said(Draft draft, Field field) {
    return switch (field.path()) {
      case "name" -> Optional.of(Wording.same(draft.name()));
      case "roles" -> Optional.of(Wording.same(lines(draft.roles().stream())));
      case "unit" -> draft.unit().map(UnitId::value).map(Wording::same);
      case "areas" ->
          Optional.of(
              draft.areas().isEmpty()
                  ? AccountExportResource.word("whole-city")
                  : Wording.same(lines(draft.areas().stream().map(AreaId::value))));
      default -> Optional.empty();
    };
  }

  private static String lines(Stream<String> each) {
    return each.sorted().collect(Collectors.joining("\n"));
  }

  @Override
  public List<Verdict<Draft>> judge(List<Draft> wanted, Viewer viewer) {
    Map<String, Account> present = new HashMap<>();
    accounts.all().forEach(account -> present.put(account.name(), account));
    List<String> vacant = vacantThen(wanted, present);
    return wanted.stream()
        .map(
            draft -> {
              Optional<Account> account = Optional.ofNullable(present.get(draft.name()));
              Optional<Draft> before = account.map(Draft::of);
              return Verdict.of(
                  draft,
                  before,
                  () -> {
                    if (isOwn(draft, viewer) && !before.equals(Optional.of(draft))) {
                      throw Trouble.OWN_RIGHTS.problem();
                    }
                    if (account.flatMap(Account::post).filter(vacant::contains).isPresent()) {
                      throw Trouble.LAST_ADMINISTRATOR.problem(draft.name());
                    }
                  });
            })
        .toList();
  }

  private static boolean isOwn(Draft draft, Viewer viewer) {
    return draft.name().equals(viewer.account());
  }

  /** Which of the three administrators nobody would be. */
  private static List<String> vacantThen(List<Draft> wanted, Map<String, Account> present) {
    Map<String, Optional<String>> posts = new HashMap<>();
    present.values().forEach(account -> posts.put(account.name(), account.post()));
    wanted.stream()
        .filter(draft -> !isLocked(present.get(draft.name())))
        .forEach(draft -> posts.put(draft.name(), post(draft)));
    return Separation.vacant(posts.values().stream());
  }

  private static boolean isLocked(@Nullable Account account) {
    return account != null && account.locked();
  }

  private static Optional<String> post(Draft draft) {
    return Separation.post(draft.roles(), draft.areas());
  }

  /** Who is an administrator already goes last: whoever becomes one in the place is there first. */
  private static boolean goesLast(Change<Draft> change) {
    return change.before().flatMap(AccountImport::post).isPresent();
  }

  /** Nobody leaves a post before it is filled; two who would change places are refused. */
  @Override
  public Supplier<List<Told>> writer(List<Change<Draft>> changes, Viewer viewer) {
    List<Change<Draft>> order = new ArrayList<>(changes);
    order.sort(Comparator.comparing(AccountImport::goesLast));
    Map<String, OneTime> secrets = new HashMap<>();
    order.stream()
        .filter(change -> change.before().isEmpty())
        .forEach(
            change ->
                secrets.put(change.after().name(), AccountResource.patiently(accounts::oneTime)));
    return () -> written(order, secrets);
  }

  private List<Told> written(List<Change<Draft>> order, Map<String, OneTime> secrets) {
    List<Told> told = new ArrayList<>();
    for (Change<Draft> change : order) {
      Draft draft = change.after();
      if (change.before().isPresent()) {
        alter(change.before().get(), draft);
      } else {
        OneTime secret = Objects.requireNonNull(secrets.get(draft.name()));
        told.add(new Told(draft.name(), made(draft, secret)));
      }
    }
    return told;
  }

  @Override
  public boolean tellsSecrets() {
    return true;
  }

  @Override
  public Optional<Audit.Done> noted(Change<Draft> change) {
    String action = change.before().isPresent() ? "account.changed" : "account.made";
    Draft draft = change.after();
    return Optional.of(new Audit.Done(action, draft.name(), AccountResource.rights(draft)));
  }

  private String made(Draft draft, OneTime secret) {
    if (accounts.create(draft, Optional.empty(), secret) instanceof Making.Made made) {
      return made.fresh().password();
    }
    throw Trouble.NAME_TAKEN.problem(draft.name());
  }

  private void alter(Draft seen, Draft draft) {
    Alteration done =
        accounts.change(
            draft,
            present -> {
              if (!Draft.of(present).equals(seen)) {
                throw new StoreConflict(draft.name() + " was changed meanwhile");
              }
            });
    if (done == Alteration.LAST_ADMINISTRATOR) {
      throw Trouble.LAST_ADMINISTRATOR.problem(draft.name());
    } else if (done == Alteration.UNKNOWN) {
      throw Trouble.NO_ACCOUNT.problem(draft.name());
    }
  }
}
