/** What a measured number counts; two units of one kind convert into each other. */
export type MeasureKind =
  | 'share'
  | 'concentration'
  | 'activity'
  | 'energy'
  | 'temperature'
  | 'length'
  | 'time'
  | 'time a year'
  | 'pressure'
  | 'hardness';

export interface MeasureUnit {
  readonly kind: MeasureKind;
  /** Base units in one of it: share 1, mg/l, Bq/kg, MJ/kg, °C, mm, h, h a year, bar, mmol/l. */
  readonly factor: number;
}

/** Cyrillic letters and other signs that look like Latin ones or digits; people type either. One character for one, so that places stay. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'АВЕКМНОРСТУХІЁавекмнорстухіё'].map((c, i) => [c, [...'ABEKMHOPCTYXIEabekmhopctyxie'][i]!]),
  ),
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((c, i) => [c, String(i)])),
  '²': '2',
  '³': '3',
  '−': '-',
  '–': '-',
  '—': '-',
  µ: 'μ',
};

const FOLDED = new Map(Object.entries(LOOKALIKES).map(([from, to]) => [from.charCodeAt(0), to]));

/** The text with lookalikes made one, letter case kept. */
export function foldLookalikes(text: string): string {
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = code < 128 ? undefined : FOLDED.get(code);
    if (to === undefined) continue;
    folded += text.slice(from, i) + to;
    from = i + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

const KINDS: Readonly<Record<MeasureKind, Readonly<Record<string, number>>>> = {
  share: {
    ...each(
      [
        '%',
        '% vol',
        '%vol',
        '% об',
        'об %',
        'об. %',
        '% мас',
        'мас %',
        'мас. %',
        'масс. %',
        'wt%',
        'wt. %',
        'wt %',
        'vol%',
        'vol %',
        'проц',
        'процентов',
        'percent',
        'кг/100 кг',
      ],
      1e-2,
    ),
    ...each(['‰'], 1e-3),
    ...each(['г/кг', 'g/kg', 'кг/т', 'kg/t'], 1e-3),
    ...each(['ppm', 'мг/кг', 'mg/kg', 'г/т', 'g/t', 'млн-1'], 1e-6),
    ...each(['мкг/кг', 'μg/kg', 'ug/kg', 'ppb', 'мг/т', 'mg/t'], 1e-9),
    ...each(['мг/100 г', 'mg/100 g', 'мг/100г', 'mg/100g', 'мг%'], 1e-5),
    ...each(['г/100 г', 'g/100 g', 'г/100г', 'g/100g'], 1e-2),
  },
  concentration: {
    ...each(['мг/л', 'mg/l', 'мг/дм3', 'mg/dm3', 'г/м3', 'g/m3'], 1),
    ...each(['г/л', 'g/l', 'г/дм3', 'кг/м3', 'kg/m3'], 1e3),
    ...each(['мг/м3', 'mg/m3', 'мг/нм3', 'mg/nm3', 'мкг/л', 'μg/l', 'ug/l'], 1e-3),
  },
  activity: { ...each(['бк/кг', 'bq/kg'], 1), ...each(['кбк/кг', 'kbq/kg', 'бк/г', 'bq/g'], 1e3) },
  energy: {
    ...each(['мдж/кг', 'mj/kg', 'гдж/т', 'gj/t', 'кдж/г', 'kj/g'], 1),
    ...each(['кдж/кг', 'kj/kg'], 1e-3),
    ...each(['ккал/кг', 'kcal/kg'], 4.1868e-3),
    ...each(['квтч/кг', 'квт·ч/кг', 'kwh/kg', 'мвтч/т', 'мвт·ч/т', 'mwh/t'], 3.6),
  },
  temperature: each(['°c', '° c', 'град', 'град c', 'град. c', 'градусов', 'deg c', 'c°', 'c'], 1),
  length: {
    ...each(['мкм', 'μm', 'um'], 1e-3),
    ...each(['мм', 'mm'], 1),
    ...each(['см', 'cm'], 10),
    ...each(['м', 'm'], 1e3),
    ...each(['км', 'km'], 1e6),
  },
  time: {
    ...each(['ч', 'час', 'часа', 'часов', 'h', 'hour', 'hours', 'hrs'], 1),
    ...each(['сут', 'суток', 'дн', 'дня', 'дней', 'день', 'day', 'days'], 24),
    ...each(['нед', 'недели', 'недель', 'week', 'weeks'], 168),
    ...each(['мес', 'месяц', 'месяца', 'месяцев', 'month', 'months'], 730.5),
    ...each(['год', 'года', 'лет', 'year', 'years'], 8766),
  },
  'time a year': each(
    [
      'ч/год',
      'час/год',
      'часов/год',
      'ч/г',
      'часов в год',
      'ч в год',
      'h/yr',
      'h/year',
      'h/a',
      'hours/year',
      'hours per year',
    ],
    1,
  ),
  pressure: {
    ...each(['бар', 'bar'], 1),
    ...each(['мпа', 'mpa'], 10),
    ...each(['кпа', 'kpa'], 0.01),
    ...each(['атм', 'atm'], 1.01325),
    ...each(['кгс/см2', 'kgf/cm2'], 0.980665),
  },
  hardness: { ...each(['ммоль/л', 'mmol/l'], 1), ...each(['мг-экв/л', '°ж'], 0.5) },
};

function each(words: readonly string[], factor: number): Record<string, number> {
  return Object.fromEntries(words.map((word) => [keyOf(word), factor]));
}

function keyOf(word: string): string {
  return foldLookalikes(word)
    .toLowerCase()
    .replace(/[\s.*·]/g, '');
}

const UNITS: ReadonlyMap<string, MeasureUnit> = new Map(
  (Object.keys(KINDS) as MeasureKind[]).flatMap((kind) =>
    Object.entries(KINDS[kind]).map(([word, factor]) => [word, { kind, factor }] as const),
  ),
);

/** One expression for all unit words, longest first; between their signs a space, point or multiplication sign may stand. */
const UNIT_WORD = new RegExp(
  `\\s*(${[...UNITS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => [...word].map((c) => c.replace(/[/^$|(){}[\]\\?+]/, '\\$&')).join('[\\s.*·]{0,2}'))
    .join('|')})(?:(?<![\\p{L}\\d])|(?![\\p{L}\\d]))\\.?`,
  'iuy',
);

/** The unit that stands at a place of a folded text (spaces before it allowed), and where it ends. */
export function unitAt(folded: string, from: number): { readonly unit: MeasureUnit; readonly end: number } | undefined {
  UNIT_WORD.lastIndex = from;
  const match = UNIT_WORD.exec(folded);
  const unit = match && UNITS.get(keyOf(match[1]!));
  return unit ? { unit, end: from + match[0].length } : undefined;
}

/** The unit in which the knowledge base keeps a parameter; undefined for counts such as pH, grade, class and yes/no. */
export function unitOfParameter(unit: string): MeasureUnit | undefined {
  const plain = keyOf(unit.replace(/_DM$/, ''));
  return UNITS.get(plain);
}

/** A value into the parameter's unit; undefined when the two count different things. */
export function convertMeasure(value: number, from: MeasureUnit, to: MeasureUnit): number | undefined {
  if (from.kind !== to.kind) return undefined;
  return from.factor === to.factor ? value : Number(((value * from.factor) / to.factor).toPrecision(12));
}
