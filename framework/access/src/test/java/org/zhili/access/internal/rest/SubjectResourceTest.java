package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.internal.rest.AccountView.SubjectView;
import org.zhili.access.internal.tokens.Provider.Link;
import org.zhili.access.internal.tokens.TestProvider;
import org.zhili.resources.problem.Problem;

/** Accounts whose owners are known at the identity provider, and tokens of others. */
class SubjectResourceTest extends AccountResourceFixture {
  private static final String OLIVIA = "7a1c";

  private TestProvider provider;
  private SubjectResource subjects;
  private Authenticator authenticator;

  @BeforeEach
  void trust() {
    provider = new TestProvider(folder);
    desk.tokens().trust(Optional.of(provider.provider()));
    subjects = new SubjectResource(desk);
    authenticator = new Authenticator(desk);
    create(body("olivia", "operator"));
    create(body("wang", "operator"));
  }

  @Test
  void whoever_was_given_the_name_after_her_does_not_come_into_her_account() {
    String successor = provider.tokenOf("b33f", "olivia");
    assertThat(opened(successor)).as("while nobody says who she is").isEqualTo("olivia");
    link("olivia", OLIVIA);
    assertThat(opened(successor)).isEqualTo("ZL-3241");
    assertThat(opened(provider.tokenOfNoSubject("olivia"))).isEqualTo("ZL-3241");
    assertThat(opened(provider.tokenOf(OLIVIA, "olivia"))).isEqualTo("olivia");
    subjects.unlink("olivia", ADA);
    assertThat(opened(successor)).isEqualTo("olivia");
  }

  @Test
  void whoever_has_a_name_of_somebody_else_now_does_not_come_into_theirs() {
    link("olivia", OLIVIA);
    assertThat(opened(provider.tokenOf(OLIVIA, "wang"))).isEqualTo("ZL-3241");
  }

  @Test
  void the_same_subject_at_another_provider_is_somebody_else() {
    subjects.link("olivia", new SubjectBody(OLIVIA, Optional.of("https://old.example")), ADA);
    assertThat(opened(provider.tokenOf(OLIVIA, "olivia"))).isEqualTo("ZL-3241");
  }

  @Test
  void where_subjects_alone_count_names_open_nothing() {
    desk.tokens().trust(Optional.of(provider.provider(Link.SUBJECT)));
    assertThat(opened(provider.tokenOf(OLIVIA, "olivia"))).isEqualTo("ZL-3242");
    link("olivia", OLIVIA);
    assertThat(opened(provider.tokenOf(OLIVIA, "whatever"))).isEqualTo("olivia");
    assertThat(opened(provider.tokenOf(OLIVIA, null))).isEqualTo("olivia");
    assertThat(opened(provider.tokenOf("b33f", "olivia"))).isEqualTo("ZL-3242");
    assertThat(opened(provider.tokenOfNoSubject("olivia"))).isEqualTo("ZL-3243");
  }

  @Test
  void a_subject_opens_no_administrators_account_either() {
    link("admin", OLIVIA);
    assertThat(opened(provider.tokenOf(OLIVIA, "admin"))).isEqualTo("ZL-3250");
  }

  @Test
  void it_is_shown_kept_by_other_changes_and_belongs_to_one_account() {
    link("olivia", OLIVIA);
    assertThat(change("olivia", body("olivia", "supervisor").rights()).subject())
        .contains(new SubjectView(TestProvider.ISSUER, OLIVIA));
    link("olivia", OLIVIA);
    refused(409, "ZL-3244", () -> link("wang", OLIVIA));
    refused(404, "ZL-3110", () -> link("nobody", "b33f"));
    refused(403, "ZL-3216", () -> link("ada", "b33f"));
    refused(403, "ZL-3114", () -> subjects.unlink("olivia", new Caller(viewer("east"))));
  }

  @Test
  void without_a_provider_the_issuer_has_to_be_said() {
    desk.tokens().trust(Optional.empty());
    refused(422, "ZL-3245", () -> link("olivia", OLIVIA));
    subjects.link("olivia", new SubjectBody(OLIVIA, Optional.of("https://id.example")), ADA);
    assertThat(desk.accounts().find("olivia").orElseThrow().subject()).isPresent();
  }

  private void link(String account, String subject) {
    subjects.link(account, new SubjectBody(subject, Optional.empty()), ADA);
  }

  /** The account that a token opens, or why it does not. */
  private String opened(String token) {
    FakeRequest request = new FakeRequest("GET", "cases").withToken(token);
    authenticator.filter(request.context());
    return request
        .aborted()
        .map(answer -> ((Problem) answer.getEntity()).code())
        .orElseGet(() -> request.security().orElseThrow().getUserPrincipal().getName());
  }
}
