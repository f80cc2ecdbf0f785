package org.zhili.access.internal;

import java.util.ArrayList;
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

/** Tells the doctor of accounts with roles nobody would be given today, and of vacant posts. */
@Component(service = AccountsCheckup.class, immediate = true)
public final class AccountsCheckup {
  private static final String MIXED = "ZL-3218";
  private static final String VACANT = "ZL-3251";

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
    List<Account> all = desk.accounts().all();
    List<Doctor.Finding> found = new ArrayList<>();
    String mixed =
        all.stream()
            .filter(account -> Separation.isAdministrators(account.roles()))
            .filter(account -> Separation.objection(account.roles()).isPresent())
            .map(Account::name)
            .collect(Collectors.joining(", "));
    if (!mixed.isEmpty()) {
      found.add(fault(MIXED, "doctor.accounts-mixed", mixed));
    }
    String vacant = String.join(", ", Separation.vacant(all.stream().map(Account::post)));
    if (!vacant.isEmpty()) {
      found.add(fault(VACANT, "doctor.administrators-missing", vacant));
    }
    return found;
  }

  private static Doctor.Finding fault(String code, String key, String which) {
    return new Doctor.Finding(Doctor.Level.FAULT, code, Text.of(key, which));
  }
}
