/** Looks that the editors share. */
import {css} from 'zhili';

export const editorLooks = css`
  section.card, .draft { margin-bottom: var(--space); }
  .draft { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; background: var(--warn-soft); }
  .told, .trouble { margin: 0 0 var(--space); }
  .trouble p { margin: 0 0 4px; }
  .trouble ul { margin: 0; padding-left: 1.3em; }
  .row { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; }
  .row label { margin: 0; flex: 0 1 190px; min-width: 0; }
  .row label.wide { flex: 1 1 320px; }
  .row + button, .row + .trouble { margin-top: 12px; }
  form .trouble { margin: 12px 0; }
  .choice { display: flex; gap: 8px; align-items: baseline; margin: 0; }
  .choice input { width: auto; min-width: 0; flex: none; }
  .choice span { color: inherit; font-size: inherit; }
  .clashes td { overflow-wrap: anywhere; min-width: 8em; }
  .ahead { display: flex; gap: 8px; align-items: center; margin-top: 12px; }
  .ahead input { width: auto; min-width: 0; }
  .fault { color: var(--alarm); display: block; font-size: 0.9rem; overflow-wrap: anywhere; }
  [aria-invalid=true] { border-color: var(--alarm); box-shadow: 0 0 0 1px var(--alarm); }
  .scroll { overflow-x: auto; }
  .changes td { overflow-wrap: anywhere; min-width: 7em; }
  .editions { list-style: none; margin: 0; padding: 0; }
  .editions li { border-top: 1px solid var(--line); padding: 10px 0; }
  .editions li:first-child { border-top: 0; }
  .editions p { margin: 0 0 4px; overflow-wrap: anywhere; }
  .found { margin-top: var(--space); }
  .found h3 { font-size: 1rem; margin: 14px 0 6px; }
  .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  th.number { text-align: right; }
  tfoot td { font-weight: 600; border-bottom: 0; }
  .worse { color: var(--alarm); }
  .better { color: var(--good); }
  td .arrow { color: var(--ink-soft); }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
  .when { white-space: nowrap; }
  button.small { padding: 3px 10px; font-size: 0.9rem; white-space: nowrap; }
  @media (max-width: 720px) { .row label { flex-basis: 100%; } .draft { align-items: start; } }
`;
