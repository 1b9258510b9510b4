import type { Bilingual, Explanation, KnowledgeBase, Veto } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import type { Region } from '../region/region.ts';
import type { Wrong } from './complaints.ts';

type Pair = { readonly output: string; readonly demand: string };

export const keyOf = (pair: Pair): string => `${pair.output}>${pair.demand}`;

/** Complains of a pair that rules or the border regime refuse, naming what refuses it in both languages; gives what is known of the pair. */
export function complainOfRefusal(
  column: string,
  pair: Pair,
  region: Region,
  knowledge: KnowledgeBase,
  wrong: Wrong,
): Explanation {
  const [en, ru] = (['en', 'ru'] as const).map((lang) => explain(region.problem(), pair.output, pair.demand, lang));
  const why = {
    en: en!.vetoes.map((veto) => tellVeto(veto, knowledge, 'en')).join(', '),
    ru: ru!.vetoes.map((veto) => tellVeto(veto, knowledge, 'ru')).join(', '),
  };
  if (en!.verdict === 'refused') wrong(column, keyOf(pair), `not possible: ${why.en}`, `невозможно: ${why.ru}`);
  if (en!.verdict === 'blocked')
    wrong(column, keyOf(pair), `blocked by the border regime: ${why.en}`, `закрыто режимом границы: ${why.ru}`);
  return en!;
}

function tellVeto({ rule, left, right, citation }: Veto, knowledge: KnowledgeBase, lang: keyof Bilingual): string {
  const material = (id: string) => knowledge.materials.get(id)?.name[lang] ?? id;
  const name = nameOfRefusal(rule, knowledge)[lang];
  return `${name} [${rule}] (${material(left)} / ${material(right)}; ${citation})`;
}

/** What people call a rule, a regime, a quality limit or a hard condition that refuses; its id where it has no name. */
export function nameOfRefusal(rule: string, knowledge: KnowledgeBase): Bilingual {
  const known = knowledge.rules.find(({ id }) => id === rule) ?? knowledge.regimes.find(({ id }) => id === rule);
  if (known) return known.name;
  const limited = /^limit (.+)$/.exec(rule)?.[1];
  const parameter = limited === undefined ? undefined : knowledge.parameters.get(limited);
  if (parameter) return { en: `limit of ${parameter.name.en}`, ru: `предел: ${parameter.name.ru}` };
  return CONDITIONS[rule] ?? { en: rule, ru: rule };
}

const CONDITIONS: Readonly<Record<string, Bilingual>> = {
  receiver: { en: 'activity of the taker', ru: 'вид деятельности получателя' },
  dimension: { en: 'unit', ru: 'единица измерения' },
  distance: { en: 'distance', ru: 'расстояние' },
  validity: { en: 'not at the same time', ru: 'не в одно время' },
  'same-company': { en: 'the same company', ru: 'то же предприятие' },
};
