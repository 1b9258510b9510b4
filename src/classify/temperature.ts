/** Degrees Celsius, from and to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DEGREES =
  /(-?\d{1,4})(?:[.,]\d+)?(?:\s*(?:-|–|—|\.\.\.?|…|to|до)\s*(\d{1,4})(?:[.,]\d+)?)?\s*(?:°\s*[cс]?|º|град|deg|℃|[cсCС](?![\p{L}\d]))/iu;
const ABOVE = /(?:above|over|more than|выше|свыше|более|>)\s*$/i;
const BELOW = /(?:below|under|less than|ниже|до|менее|<)\s*$/i;

/** The temperature that a text names ("60-95 °C", "above 200 °C", "85 градусов"); undefined when it names none. */
export function temperatureOf(text: string): Span | undefined {
  const found = DEGREES.exec(text);
  if (!found) return undefined;
  const from = Number(found[1]);
  const before = text.slice(0, found.index);
  if (found[2] === undefined && ABOVE.test(before)) return { from, to: Number.POSITIVE_INFINITY };
  if (found[2] === undefined && BELOW.test(before)) return { from: Number.NEGATIVE_INFINITY, to: from };
  return { from, to: found[2] === undefined ? from : Number(found[2]) };
}

/** 1 = the asked temperature lies within the material's, -1 = outside, 0 = one of them is not known. */
export function sameHeat(asked: Span | undefined, material: Span | undefined): -1 | 0 | 1 {
  if (!asked || !material) return 0;
  const middle =
    Number.isFinite(asked.from) && Number.isFinite(asked.to)
      ? (asked.from + asked.to) / 2
      : Number.isFinite(asked.from)
        ? asked.from + 1
        : asked.to - 1;
  return middle >= material.from && middle <= material.to ? 1 : -1;
}
