package org.zhili.resources.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.zhili.device.Value;

/** A position in WGS-84, in degrees. */
public record PositionBody(
    @NotNull @Min(-90) @Max(90) Double latitude, @NotNull @Min(-180) @Max(180) Double longitude) {
  public static PositionBody of(Value.Position position) {
    return new PositionBody(position.latitude(), position.longitude());
  }

  public Value.Position position() {
    try {
      return new Value.Position(latitude, longitude);
    } catch (IllegalArgumentException e) {
      throw Form.wrong("position", "position");
    }
  }
}
