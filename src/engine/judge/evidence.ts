import type { Bilingual, ComparedLimit, Explanation, FigureSource, Limit, Measurement } from '../../domain/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { Judgement } from './judge.ts';
import { complies, type Quality } from './quality.ts';

/** Which language texts are told in. */
export type Lang = keyof Bilingual;

/** Every quality limit that the pair must meet, the use's first, beside what the giver declares. */
export function limitsOf(problem: Problem, { offer, want }: Judgement, lang: Lang): Explanation['limits'] {
  const quality = problem.quality(offer.output);
  const own = lang === 'ru' ? 'предел, названный покупателем' : "the buyer's own limit";
  const buyers = want.demand.flow.measurements.filter(({ parameter }) => !parameter.startsWith('distance_'));
  return [
    ...(offer.pathway.use?.limits ?? []).map((limit) => compared(limit, quality, 'use', limit.evidence)),
    ...buyers.map((limit) => compared(limit, quality, 'buyer', own)),
  ];
}

function compared(
  { parameter, operator, value, metByTreatment = false }: Measurement & Partial<Pick<Limit, 'metByTreatment'>>,
  quality: Quality,
  by: ComparedLimit['by'],
  evidence: string,
): ComparedLimit {
  const declared = quality.get(parameter);
  return {
    parameter,
    operator,
    limit: value,
    by,
    ...(declared && { declared: { operator: declared.operator, value: declared.value } }),
    outcome: metByTreatment ? 'after treatment' : complies(declared, operator, value),
    evidence,
  };
}

/** Where each figure of money and CO2 comes from, in the order in which they are shown. */
export function sourcesOf(problem: Problem, j: Judgement, lang: Lang): Explanation['sources'] {
  const { offer, want } = j;
  const { use } = offer.pathway;
  const say = (ru: string, en: string) => (lang === 'ru' ? ru : en);
  const own = say('настройка расчёта', 'setting of the run');
  const ofUse = use?.evidence ?? say('оценка', 'estimate');
  const factor = (id: string, country: string, mode?: string) => {
    const source = problem.factors.sourceOf(id, country, mode);
    return source === 'own' ? own : (source ?? say('оценка', 'estimate'));
  };
  const country = offer.output.country;
  const price =
    want.demand.flow.priceEurPerUnit !== undefined
      ? say('цена, названная покупателем', "the buyer's own price")
      : problem.settings.prices[problem.vocabulary.materials[offer.pathway.product]!.id] !== undefined
        ? own
        : ofUse;
  const money = (figure: FigureSource['figure'], source: string): FigureSource => ({ of: 'money', figure, source });
  const carbon = (figure: FigureSource['figure'], source: string): FigureSource => ({ of: 'carbon', figure, source });
  return [
    money('avoidedDisposal', disposalSource(j, factor, say)),
    money('avoidedPurchase', price),
    money('treatment', ofUse),
    money('transport', factor('transport.cost.perKm', country, j.mode)),
    money('transaction', own),
    carbon('avoidedVirgin', ofUse),
    carbon('avoidedLandfill', ofUse),
    carbon('treatment', ofUse),
    carbon('transport', factor('transport.co2', country, j.mode)),
  ];
}

/** As `disposalAvoided` decides: the giver's figure, what it earns now, else charge and gate fee. */
function disposalSource(
  { offer }: Judgement,
  factor: (id: string, country: string, mode?: string) => string,
  say: (ru: string, en: string) => string,
): string {
  const { flow, country } = offer.output;
  if (flow.disposalCostEurPerUnit !== undefined) return say('стоимость, названная отдающим', "the giver's own cost");
  if (flow.routeKind === 'sold') return say('цена, по которой отдающий продаёт теперь', 'what the giver earns now');
  if (flow.dimension !== 't' || offer.hazardClass === 0) return say('платы за размещение нет', 'no charge applies');
  const kind =
    flow.routeKind === 'treatment' || flow.routeKind === 'incineration' ? 'disposal.gate' : 'disposal.charge';
  const placed = flow.routeKind === 'landfill' || flow.routeKind === 'storage' || kind === 'disposal.gate';
  return placed
    ? factor(kind, country, String(offer.hazardClass))
    : say('сейчас не размещается', 'not disposed of now');
}
