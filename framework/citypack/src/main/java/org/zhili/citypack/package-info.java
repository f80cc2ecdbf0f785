/**
 * Reads what a city or a module brings as files: city packs (城市数据包) and case types (案件类型).
 *
 * <p>A case type is one JSON object. Every name is given in Chinese and English; a time limit is an
 * amount and a unit; what is empty may be left out. A complete example, a missing manhole cover
 * that must be made safe within two hours and replaced within a day:
 *
 * <pre>{@code
 * {
 *   "id": "urban.component",
 *   "version": 1,
 *   "name": {"zh": "部件问题", "en": "City asset problem"},
 *   "steps": [
 *     {"id": "reported", "shownAs": "REPORTED", "name": {"zh": "上报", "en": "Reported"}},
 *     {"id": "accepted", "shownAs": "ACCEPTED", "name": {"zh": "受理", "en": "Accepted"}},
 *     {"id": "dispatched", "shownAs": "DISPATCHED", "name": {"zh": "派单", "en": "Dispatched"}},
 *     {"id": "handling", "shownAs": "HANDLING", "name": {"zh": "处置", "en": "Being handled"}},
 *     {"id": "feedback", "shownAs": "FEEDBACK", "name": {"zh": "反馈", "en": "Reported done"}},
 *     {"id": "closed", "shownAs": "CLOSED", "name": {"zh": "结案", "en": "Closed"}}
 *   ],
 *   "passages": [
 *     {"from": "reported", "action": "accept", "to": "accepted", "roles": ["operator", "system"]},
 *     {"from": "accepted", "action": "dispatch", "to": "dispatched",
 *      "roles": ["operator", "system"]},
 *     {"from": "dispatched", "action": "acknowledge", "to": "handling", "roles": ["unit"],
 *      "guards": ["BY_LEAD"]},
 *     {"from": "handling", "action": "feed-back", "to": "feedback", "roles": ["unit"],
 *      "guards": ["BY_LEAD"], "evidence": ["photo-after"]},
 *     {"from": "feedback", "action": "close", "to": "closed", "roles": ["supervisor"],
 *      "guards": ["NOT_BY_HANDLER"]}
 *   ],
 *   "filings": [
 *     {"id": "cover-missing", "name": {"zh": "井盖缺失", "en": "Cover missing"}, "milestones": [
 *       {"id": "make-safe", "name": {"zh": "设置警示", "en": "Made safe"}, "from": "dispatched",
 *        "limit": "2 HOUR", "evidence": ["photo-safe"]},
 *       {"id": "repair", "name": {"zh": "补装", "en": "Repaired"}, "from": "dispatched",
 *        "until": "feedback", "limit": "24 HOUR"}
 *     ]}
 *   ],
 *   "sides": {"suspend": ["supervisor"], "park": ["supervisor"]},
 *   "reopenWithin": "10 DAY"
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@code id} is {@code module.name}; a city keeps the id and raises {@code version} to
 *       override a module's type.
 *   <li>{@code steps} stand in their usual order, the first shown as {@code REPORTED}, the last as
 *       {@code CLOSED}, and never go back. Every step can be reached, and closing can be reached
 *       from every step. There is one shown as {@code ACCEPTED}, where a granted return leads, and
 *       one shown as {@code HANDLING} when one is shown as {@code FEEDBACK}, for rework.
 *   <li>{@code passages} lead from one step to another. The action {@code dispatch} (派单) belongs to
 *       the town, which takes it when a unit is given the case; no other passage has the name of a
 *       side passage.
 *   <li>{@code guards} are {@link org.zhili.casework.Guard}s; {@code evidence} the kinds that must
 *       come with the passage.
 *   <li>{@code filings} (立案条件) may be left out; a milestone without {@code until} is met by a
 *       report that brings its evidence.
 *   <li>a {@code limit} is an amount and one of {@code WORK_HOUR}, {@code WORK_DAY}, {@code HOUR},
 *       {@code DAY}, {@code MONTH}; {@code 0 HOUR} means at once.
 *   <li>{@code sides} may be left out; it says who may take a side passage (named by {@link
 *       org.zhili.casework.CaseAction#name()}) where that differs from the default.
 * </ul>
 *
 * <p>A city pack is a folder; see {@link org.zhili.citypack.CityPackReader}. Whatever is read, all
 * faults are found at once and each names its file, line and column, the cause and the remedy.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.citypack;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
