/** Tables of a city pack: CSV with a header row, as RFC 4180 has it. */

/** The rows of a table, each an object by column; what a row lacks is empty. */
export function parse(text) {
  const rows = [];
  let cells = [];
  let cell = '';
  let quoted = false;
  const end = () => { cells.push(cell); cell = ''; };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') {
        cell += sign;
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"') {
      quoted = true;
    } else if (sign === ',') {
      end();
    } else if (sign === '\n') {
      end();
      rows.push(cells);
      cells = [];
    } else if (sign !== '\r') {
      cell += sign;
    }
  }
  if (cell || cells.length) {
    end();
    rows.push(cells);
  }
  const [header, ...others] = rows.filter(row => row.some(Boolean));
  return others.map(row => Object.fromEntries((header ?? []).map((column, i) => [column, row[i] ?? ''])));
}

/** A row on each line, so that the line of a fault tells the row. */
export function format(columns, rows) {
  const written = word => /[",]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
  const line = words => words.map(word => written(String(word ?? '').replace(/\s+/g, ' ').trim())).join(',');
  return [line(columns), ...rows.map(row => line(columns.map(column => row[column])))].join('\n') + '\n';
}
