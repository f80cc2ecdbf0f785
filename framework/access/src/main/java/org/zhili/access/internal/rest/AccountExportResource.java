package org.zhili.access.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.accounts.AccountBook;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Workbooks;
import org.zhili.sheets.Cell;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** The accounts of the town, to take away: what their list shows, and no secret. */
@Component(service = AccountExportResource.class, property = "osgi.jakartars.resource=true")
@Path("exports/accounts")
@Produces(Workbooks.XLSX)
@Allowed(Role.SECURITY_ADMINISTRATOR)
@Tag(name = "exports")
public final class AccountExportResource {
  private static final Words WORDS = Words.beside(AccountExportResource.class);

  private static final Table<AccountView> TABLE =
      new Table<>(
          word("accounts"),
          List.of(
              Column.text(word("name"), 20, AccountView::name),
              Column.text(word("roles"), 24, row -> String.join("\n", row.roles())),
              Column.maybe(word("unit"), 20, AccountView::unit),
              new Column<>(
                  word("areas"), 24, (row, in) -> new Cell.Words(areas(row.areas(), in)))));

  private final AccountBook accounts;
  private final CityRegister register;

  @Activate
  public AccountExportResource(@Reference AccessDesk desk, @Reference CityRegister register) {
    this.accounts = desk.accounts();
    this.register = register;
  }

  /** Areas by their codes; the whole city by its name, as nothing may have been forgotten. */
  static String areas(List<String> codes, Language language) {
    return codes.isEmpty() ? word("whole-city").in(language) : String.join("\n", codes);
  }

  static Wording word(String key) {
    return WORDS.render(Text.of("export." + key));
  }

  @GET
  @Operation(summary = "Export all accounts · 导出账号")
  public Response accounts(@Context HttpHeaders headers, @Context SecurityContext security) {
    AccountResource.administrator(security);
    return register
        .workbooks()
        .answer(
            Asker.of(security, headers),
            "accounts",
            TABLE,
            accounts.all().stream().map(AccountView::of).iterator());
  }
}
