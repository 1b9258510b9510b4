import type { Explanation, Flow, KnowledgeBase } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import { nameOfRefusal } from '../answers/refusals.ts';
import { getFlowOf, type Region } from '../region/region.ts';
import type { NearMiss, WhyNot } from '../symbion.ts';

/** Judging a pair in full costs some 20 µs; enough for a region, bounded for a country. */
const PAIRS_AT_MOST = 20_000;
const MISSES = 5;

/** Why a flow has no better match: its nearest misses, those with the fewest vetoes and the highest score first. */
export function whyNot(region: Region, knowledge: KnowledgeBase, flowId: string, lang: 'ru' | 'en' = 'en'): WhyNot {
  const flow = getFlowOf(region, flowId);
  const problem = region.problem();
  const others = region.snapshot.flows.filter((other) => other.direction !== flow.direction).slice(0, PAIRS_AT_MOST);
  const misses = others
    .map((other) =>
      flow.direction === 'output'
        ? explain(problem, flow.id, other.id, lang)
        : explain(problem, other.id, flow.id, lang),
    )
    .filter(isNear)
    .sort((a, b) => rankOf(a) - rankOf(b) || b.score - a.score)
    .slice(0, MISSES)
    .map((e): NearMiss => {
      const other = getFlowOf(region, flow.direction === 'output' ? e.demand : e.output);
      const partner = region.companies.get(other.companyId)?.name ?? other.companyId;
      return { ...e, partner, partnerFlow: other.description };
    });
  return { flow: flowId, reason: reasonOf(flow, misses, knowledge), misses };
}

/** A use leads from one to the other: a ban on what nobody would do anyway tells nothing. */
function isNear({ verdict, money, carbon, route }: Explanation): boolean {
  if (verdict === 'no use') return false;
  return verdict !== 'refused' || money !== undefined || carbon !== undefined || route.length > 0;
}

function rankOf(e: Explanation): number {
  const order = { match: 0, blocked: 1, hint: 2, refused: 3, 'no use': 9 };
  return order[e.verdict] + Math.min(e.vetoes.length, 5);
}

function reasonOf(flow: Flow, misses: readonly Explanation[], knowledge: KnowledgeBase): WhyNot['reason'] {
  if (flow.readings.length === 0)
    return {
      ru: 'Материал не распознан: уточните описание или укажите код.',
      en: 'The material was not recognised: describe it more exactly or give a code.',
    };
  const first = misses[0];
  if (!first)
    return {
      ru: 'Ни у кого в регионе нет известного применения для этого потока.',
      en: 'Nobody in the region has a known use for this flow.',
    };
  if (first.verdict === 'match')
    return {
      ru: 'Партнёр есть; ниже его счёт по частям.',
      en: 'There is a partner; its score is shown below term by term.',
    };
  if (first.verdict === 'blocked')
    return {
      ru: 'Ближайшего партнёра закрывает режим границы.',
      en: 'The nearest partner is closed by the border regime.',
    };
  const veto = first.vetoes[0];
  const name = veto && nameOfRefusal(veto.rule, knowledge);
  return {
    ru: name ? `Ближайшего партнёра исключает правило «${name.ru}».` : 'Найдены только намёки.',
    en: name ? `The nearest partner is refused by "${name.en}".` : 'Only hints were found.',
  };
}
