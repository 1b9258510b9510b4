/** What a quantity is counted in. Every material has exactly one; quantities of two dimensions are never compared. */
export type Dimension = 't' | 'MWh' | 'm3' | 'piece';

/** The unit of a dimension as people write it. */
export const UNIT_SIGNS: Readonly<Record<Dimension, Bilingual>> = {
  t: { ru: 'т', en: 't' },
  MWh: { ru: 'МВт·ч', en: 'MWh' },
  m3: { ru: 'м3', en: 'm3' },
  piece: { ru: 'шт.', en: 'pieces' },
};

/** How goods can leave or reach a site. `pipe` carries heat, steam, gas and water. */
export type Mode = 'road' | 'rail' | 'sea' | 'pipe';

/** Text in both languages that people read. */
export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

/** A comparison of a measured or demanded parameter with a number, in the parameter's own unit of the knowledge base. */
export type Operator = '=' | '<' | '<=' | '>' | '>=';
