/** A number as people write it: decimal point or comma, thousands set off by spaces, points or commas. Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  if (!/^[-+]?[\d.,]+(e[-+]?\d+)?$/i.test(bare)) return undefined;
  const value = Number(withPoint(bare));
  return Number.isFinite(value) ? value : undefined;
}

/** One separator is the decimal mark unless it repeats; of two kinds the last is. */
function withPoint(text: string): string {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0) return text.split('.').length > 2 ? text.replaceAll('.', '') : text;
  if (point < 0) return text.split(',').length > 2 ? text.replaceAll(',', '') : text.replace(',', '.');
  return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
}

/** ISO date of DD.MM.YYYY, YYYY-MM-DD or DD/MM/YYYY; undefined when it is none or no such day exists. */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const date = parts.map((part) => part!.padStart(2, '0')).join('-');
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : undefined;
}
