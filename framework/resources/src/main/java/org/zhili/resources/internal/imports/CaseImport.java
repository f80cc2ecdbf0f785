package org.zhili.resources.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.alert.Severity;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.core.city.Change;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field.Kind;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.cases.HandReports;
import org.zhili.resources.internal.exports.Titles;
import org.zhili.text.Wording;

/**
 * Matters that another office hands over as a sheet, such as a hotline: each row is a new case, or
 * joins the open one about the same asset.
 */
final class CaseImport implements Importing<CaseImport.Matter> {
  /** Others who would open a case wait until all of these are: about two seconds. */
  private static final int MOST = 500;

  private static final Layout LAYOUT =
      new Layout(
          "cases",
          Titles.list("cases"),
          List.of(
              Fields.own("type", "caseType", Kind.CODE, Need.NEEDED),
              Fields.own("filing", "filing", Kind.CODE, Need.OPTIONAL),
              Fields.code("source", "source", Need.NEEDED),
              Fields.code("subject", "subject", Need.NEEDED),
              Fields.code("condition", "condition", Need.NEEDED),
              Fields.code("area", "area", Need.NEEDED),
              Fields.text("address", "address", Need.NEEDED),
              Fields.latitude(),
              Fields.longitude(),
              Fields.text("summary", "summary", Need.NEEDED),
              Fields.code("severity", "severity", Need.OPTIONAL),
              Fields.code("asset", "asset", Need.OPTIONAL)),
          MOST);

  private final HandReports reports;

  CaseImport(HandReports reports) {
    this.reports = reports;
  }

  /** A row and the case it asks for. */
  record Matter(int row, NewCase wanted) {}

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Optional<Matter> read(Filled row, Viewer viewer, Checks checks) {
    Optional<Severity> severity = row.text("severity").map(CaseImport::severity);
    NewCase wanted = reports.wanted(checks.valid(Bodies.report(row, severity)), viewer);
    return Optional.of(new Matter(row.number(), wanted));
  }

  /** As it is called in either language, or as the API calls it. */
  private static Severity severity(String said) {
    return Arrays.stream(Severity.values())
        .filter(
            one -> {
              Wording name = Titles.name(one);
              return said.equals(name.zh()) || said.equalsIgnoreCase(name.en());
            })
        .findFirst()
        .orElseGet(() -> Form.constant("severity", said, Severity.class));
  }

  @Override
  public List<Verdict<Matter>> judge(List<Matter> wanted, Viewer viewer) {
    return wanted.stream().map(one -> Verdict.of(one, Optional.empty(), () -> {})).toList();
  }

  @Override
  public Supplier<List<Told>> writer(List<Change<Matter>> changes, Viewer viewer) {
    return () -> opened(changes, viewer);
  }

  private List<Told> opened(List<Change<Matter>> changes, Viewer viewer) {
    List<Told> told = new ArrayList<>();
    for (Change<Matter> change : changes) {
      Opened opened = reports.open(change.after().wanted(), viewer);
      told.add(new Told(Integer.toString(change.after().row()), opened.file().number()));
    }
    return told;
  }
}
