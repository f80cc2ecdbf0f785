package org.zhili.demo.city.device;

import java.util.Optional;
import org.zhili.demo.city.town.Bodies.Position;

/**
 * A cover or bin with a sensor on it, as it is to be registered.
 *
 * @param asset its code on the asset register
 * @param assetType what it is: a sewer cover, a telecom cover
 * @param number of its address
 * @param owner empty when nobody knows
 */
public record Thing(
    String id,
    Kind kind,
    String asset,
    String assetType,
    String area,
    int number,
    Position position,
    Optional<String> owner) {}
