package org.zhili.resources.internal.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;

/**
 * An asset to be registered.
 *
 * @param owner the unit that must repair it; empty means unowned
 */
public record AssetBody(
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String type,
    @NotNull @Valid NameBody name,
    @NotNull @Size(max = 64) @Pattern(regexp = Form.ID) String area,
    @NotNull @Size(max = 200) @Pattern(regexp = Form.LINE) String address,
    Optional<@Valid PositionBody> position,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> owner,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> competent,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> maintainer,
    Optional<@Size(max = 64) @Pattern(regexp = Form.ID) String> supervisor) {
  public AssetBody {
    position = Objects.requireNonNullElse(position, Optional.empty());
    owner = Objects.requireNonNullElse(owner, Optional.empty());
    competent = Objects.requireNonNullElse(competent, Optional.empty());
    maintainer = Objects.requireNonNullElse(maintainer, Optional.empty());
    supervisor = Objects.requireNonNullElse(supervisor, Optional.empty());
  }

  /** A name in both languages. */
  public record NameBody(
      @NotBlank @Size(max = 100) @Pattern(regexp = Form.LINE) String zh,
      @NotBlank @Size(max = 100) @Pattern(regexp = Form.LINE) String en) {}
}
