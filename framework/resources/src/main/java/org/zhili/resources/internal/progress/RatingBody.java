package org.zhili.resources.internal.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.zhili.casework.Rating;
import org.zhili.resources.internal.Form;

/**
 * What a resident says of the result.
 *
 * @param stars 1 to 5
 */
public record RatingBody(
    @NotNull Boolean solved,
    @NotNull @Min(1) @Max(5) Integer stars,
    @Size(max = 500) @Pattern(regexp = Form.PROSE) String comment) {
  public RatingBody {
    comment = Objects.requireNonNullElse(comment, "");
  }

  Rating rating() {
    try {
      return new Rating(solved, stars, comment);
    } catch (IllegalArgumentException e) {
      throw Form.wrong("stars", "value", "1, 2, 3, 4, 5");
    }
  }
}
