const PLAIN = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d+)?$/i;
/** Thousands set off by spaces, by commas before a point (or several), by points before a comma (or several). */
const GROUPED: readonly (readonly [RegExp, RegExp])[] = [
  [/^[-+]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/, / /g],
  [/^[-+]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/, /,/g],
  [/^[-+]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/, /\./g],
];

/** A finite number as people write it: decimal point or comma, thousands set off by spaces, points or commas. Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replace('−', '-')
    .replace(/[\s\u00a0\u202f\u2009']+/g, ' ');
  if (PLAIN.test(bare)) return finite(bare);
  const grouped = GROUPED.find(([form]) => form.test(bare));
  return grouped && finite(bare.replace(grouped[1], ''));
}

function finite(text: string): number | undefined {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** ISO date of DD.MM.YYYY, YYYY-MM-DD (a time after it is cut) or DD/MM/YYYY; undefined when it is none or no such day exists. */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?: г\.?)?$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const date = parts.map((part) => part!.padStart(2, '0')).join('-');
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : undefined;
}
