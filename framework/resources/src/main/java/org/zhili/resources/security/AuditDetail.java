package org.zhili.resources.security;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.text.Personal;

/**
 * What an entry of the audit says beside its subject, as codes with values: {@code area=east
 * state=OPEN,CLOSED text='a b' rows=12}. Whoever shows it has words for the codes.
 */
public record AuditDetail(String pairs) {
  public static final AuditDetail NONE = new AuditDetail("");

  /**
   * The same with one more.
   *
   * @param code small letters and dashes
   * @param value left out when it is null or empty; of several, each
   */
  public AuditDetail with(String code, @Nullable Object value) {
    String told = told(value).strip();
    if (told.isEmpty()) {
      return this;
    }
    return new AuditDetail((pairs.isEmpty() ? "" : pairs + " ") + code + "=" + quoted(told));
  }

  /** The same with what somebody wrote, in which numbers of people are covered. */
  public AuditDetail text(String code, @Nullable String text) {
    return with(code, text == null ? null : Personal.masked(text));
  }

  private static String told(@Nullable Object value) {
    if (value instanceof Optional<?> some) {
      return told(some.orElse(null));
    }
    if (value instanceof Collection<?> each) {
      return each.stream().map(AuditDetail::told).sorted().collect(Collectors.joining(","));
    }
    return value == null ? "" : value.toString();
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ' ' || c == '=' || c == '\'' || c == '"');
    return plain ? value : "'" + value.replace('\'', '’').replace('"', '”') + "'";
  }

  @Override
  public String toString() {
    return pairs;
  }
}
