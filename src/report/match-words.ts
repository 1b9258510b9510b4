import type { Bilingual, Match } from '../domain/index.ts';

/** What a match rests on, as people read it. */
export const BASIS: Readonly<Record<Match['basis'], Bilingual>> = {
  documented: { ru: 'документировано', en: 'documented' },
  'general rule': { ru: 'общее правило', en: 'general rule' },
  'code similarity': { ru: 'сходство кодов', en: 'code similarity' },
  'text similarity': { ru: 'сходство текста', en: 'text similarity' },
};
