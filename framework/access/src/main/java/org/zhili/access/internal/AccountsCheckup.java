package org.zhili.access.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.internal.accounts.Account;
import org.zhili.access.internal.accounts.Separation;
import org.zhili.core.plugin.Registration;
import org.zhili.core.town.Doctor;
import org.zhili.text.Text;

/** Tells the doctor of accounts that have roles which nobody would be given today. */
@Component(service = AccountsCheckup.class, immediate = true)
public final class AccountsCheckup {
  private static final String MIXED = "ZL-3218";

  private final AccessDesk desk;
  private final Registration asked;

  @Activate
  public AccountsCheckup(@Reference AccessDesk desk) {
    this.desk = desk;
    this.asked = Doctor.asking(this::look);
  }

  @Deactivate
  public void close() {
    asked.close();
  }

  private List<Doctor.Finding> look() {
    String mixed =
        desk.accounts().all().stream()
            .filter(account -> Separation.objection(account.roles()).isPresent())
            .map(Account::name)
            .collect(Collectors.joining(", "));
    Text why = Text.of("doctor.accounts-mixed", mixed);
    return mixed.isEmpty()
        ? List.of()
        : List.of(new Doctor.Finding(Doctor.Level.FAULT, MIXED, why));
  }
}
