package org.zhili.osgi.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.zhili.core.setting.Setting;
import org.zhili.core.setting.SettingGroup;
import org.zhili.text.Wording;

/**
 * What a part of the town says of its settings, in both languages.
 *
 * @param pid under which the part, or each of several of its kind, is configured
 */
record SettingForms(
    String pid, ObjectClassDefinition zh, ObjectClassDefinition en, SettingBounds bounds) {
  private static final String CHINESE = "zh_CN";
  private static final String ENGLISH = "en";

  /** Changed in the file alone: with a wrong value nobody could log in to put it right. */
  private static final List<String> FIXED =
      List.of(
          "org.zhili.database",
          "org.zhili.plugins",
          "org.zhili.rest authentication",
          "org.zhili.rest trustedProxies",
          "org.zhili.access firstLogins",
          "org.zhili.access oidcIssuer",
          "org.zhili.access oidcAudience",
          "org.zhili.access oidcKeys",
          "org.zhili.access oidcAccountClaim",
          "org.zhili.access oidcLink",
          "org.zhili.access oidcNearHosts",
          "org.zhili.ingestion uri",
          "org.zhili.town city",
          "org.zhili.town clock.start",
          "org.zhili.town clock.speed");

  /** What may stand in an address and is nobody's to read. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)(?<=password=)[^;&]+|(?<=://)[^/@]*:[^/@]*(?=@)");

  static SettingForms of(MetaTypeInformation part, String pid, SettingBounds bounds) {
    return new SettingForms(
        pid,
        part.getObjectClassDefinition(pid, CHINESE),
        part.getObjectClassDefinition(pid, ENGLISH),
        bounds);
  }

  /**
   * Fill it in.
   *
   * @param as the pid of the configuration, which begins with this one
   * @param values as they are written down
   */
  SettingGroup filled(String as, String revision, Map<String, String> values) {
    Map<String, AttributeDefinition> english = new HashMap<>();
    for (AttributeDefinition one : all(en)) {
      english.put(one.getID(), one);
    }
    List<Setting> settings = new ArrayList<>();
    for (AttributeDefinition one : all(zh)) {
      AttributeDefinition other = english.getOrDefault(one.getID(), one);
      settings.add(setting(one, other, Optional.ofNullable(values.get(one.getID()))));
    }
    String which = as.equals(pid) ? "" : " " + as.substring(pid.length() + 1);
    Wording name = new Wording(zh.getName() + which, en.getName() + which);
    return new SettingGroup(
        as, name, said(zh.getDescription(), en.getDescription()), revision, settings);
  }

  private static List<AttributeDefinition> all(ObjectClassDefinition form) {
    return Arrays.asList(form.getAttributeDefinitions(ObjectClassDefinition.ALL));
  }

  private Setting setting(
      AttributeDefinition zh, AttributeDefinition en, Optional<String> written) {
    Setting.Kind kind = kind(zh.getType());
    boolean secret = kind == Setting.Kind.SECRET;
    return new Setting(
        zh.getID(),
        said(zh.getName(), en.getName()).orElse(Wording.same(zh.getID())),
        said(zh.getDescription(), en.getDescription()),
        kind,
        zh.getCardinality() != 0,
        bounds.least(this.zh.getID(), zh.getID()),
        bounds.most(this.zh.getID(), zh.getID()),
        choices(zh, en),
        secret ? "" : usual(zh),
        secret ? "" : SECRET.matcher(written.orElse("")).replaceAll(Setting.COVERED),
        written.filter(value -> !secret || !value.isEmpty()).isPresent(),
        FIXED.contains(pid) || FIXED.contains(pid + " " + zh.getID()));
  }

  private static Setting.Kind kind(int type) {
    return switch (type) {
      case AttributeDefinition.PASSWORD -> Setting.Kind.SECRET;
      case AttributeDefinition.BOOLEAN -> Setting.Kind.SWITCH;
      case AttributeDefinition.INTEGER,
          AttributeDefinition.LONG,
          AttributeDefinition.SHORT,
          AttributeDefinition.BYTE ->
          Setting.Kind.WHOLE;
      case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> Setting.Kind.DECIMAL;
      default -> Setting.Kind.TEXT;
    };
  }

  private static String usual(AttributeDefinition one) {
    String[] usual = one.getDefaultValue();
    return usual == null ? "" : String.join(", ", usual);
  }

  private static List<Setting.Choice> choices(AttributeDefinition zh, AttributeDefinition en) {
    @Nullable String @Nullable [] values = zh.getOptionValues();
    if (values == null) {
      return List.of();
    }
    List<Setting.Choice> choices = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      choices.add(
          new Setting.Choice(
              String.valueOf(values[i]),
              new Wording(zh.getOptionLabels()[i], en.getOptionLabels()[i])));
    }
    return choices;
  }

  private static Optional<Wording> said(@Nullable String zh, @Nullable String en) {
    return zh == null || en == null || zh.isBlank() || en.isBlank()
        ? Optional.empty()
        : Optional.of(new Wording(zh, en));
  }
}
