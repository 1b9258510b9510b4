import type { Bilingual, Veto } from '../../domain/index.ts';
import type { Offer, Want } from '../problem/offers.ts';
import type { Problem } from '../problem/problem.ts';
import { type Judgement, reach, suspicions } from './judge.ts';

const OWN = 'estimate: an exchange needs two companies';

/** Every hard rule that fails for a judged pair, in the order in which a person asks, told in `lang`; a regime is not among them. */
export function vetoesOf(problem: Problem, judgement: Judgement, lang: keyof Bilingual = 'en'): readonly Veto[] {
  const { offer, want } = judgement;
  return [
    ...lawVetoes(problem, judgement, lang),
    ...receiverVeto(judgement),
    ...dimensionVeto(problem, offer, want),
    ...qualityVetoes(judgement),
    ...distanceVetoes(judgement),
    ...timeVeto(offer, want),
    ...(offer.output.flow.companyId === want.demand.flow.companyId
      ? [{ rule: 'same-company', left: offer.output.flow.companyId, right: want.demand.flow.companyId, citation: OWN }]
      : []),
  ];
}

/** Whether the pair is refused; the same rules as `vetoesOf`, stopping at the first. */
export function isVetoed(problem: Problem, judgement: Judgement): boolean {
  return vetoesOf(problem, judgement).length > 0;
}

function lawVetoes(problem: Problem, { offer, want, ruling }: Judgement, lang: keyof Bilingual): Veto[] {
  const name = (row: number) => problem.vocabulary.materials[row]!.name[lang];
  const [hazardClass, hazardous] = lang === 'ru' ? ['класс', ', опасный в ЕС'] : ['class', ', EU hazardous'];
  const of = (material: number, rules: typeof ruling.refusals) =>
    rules.map((rule) => ({
      rule: rule.id,
      left: `${name(material)}, ${hazardClass} ${offer.hazardClass || '-'}${offer.euHazardous ? hazardous : ''}`,
      right: name(offer.pathway.product),
      citation: rule.citation,
    }));
  return [
    ...of(offer.material, ruling.refusals),
    ...suspicions(problem, offer, want).flatMap((g) => of(g.material, g.ruling.refusals)),
  ];
}

/** An inferred demand exists only for the activities that the use names. */
function receiverVeto({ want, offer, receiver }: Judgement): Veto[] {
  if (receiver || want.demand.flow.origin === 'declared') return [];
  return [
    {
      rule: 'receiver',
      left: want.demand.nace,
      right: offer.pathway.use?.receivers.join(' ') ?? '',
      citation: offer.pathway.use?.evidence ?? OWN,
    },
  ];
}

function dimensionVeto(problem: Problem, offer: Offer, want: Want): Veto[] {
  const product = problem.vocabulary.materials[offer.pathway.product]!;
  const asked = want.demand.flow.dimension;
  if (asked === undefined || asked === product.dimension) return [];
  return [
    {
      rule: 'dimension',
      left: product.dimension,
      right: asked,
      citation: 'estimate: quantities of two dimensions are not compared',
    },
  ];
}

function qualityVetoes({ offer, buyer }: Judgement): Veto[] {
  return [...offer.limits.failed, ...buyer.failed].map((f) => ({
    rule: `limit ${f.parameter}`,
    left: f.declared,
    right: f.wanted,
    citation: f.citation,
  }));
}

function distanceVetoes({ offer, want, km }: Judgement): Veto[] {
  if (km === undefined) return [];
  const limits: { km: number; citation: string }[] = [];
  const useLimit = reach(offer, want);
  if (useLimit !== undefined) limits.push({ km: useLimit, citation: offer.pathway.use?.evidence ?? 'estimate' });
  const parameter = offer.pathway.use?.mode === 'pipe' ? 'distance_pipe' : 'distance_road';
  for (const m of want.demand.flow.measurements)
    if (m.parameter === parameter || m.parameter === 'distance_road')
      limits.push({ km: m.value, citation: "estimate: the buyer's own limit" });
  return limits
    .filter((limit) => km > limit.km)
    .map((limit) => ({
      rule: 'distance',
      left: `${km.toFixed(1)} km`,
      right: `<= ${limit.km} km`,
      citation: limit.citation,
    }));
}

function timeVeto(offer: Offer, want: Want): Veto[] {
  const a = offer.output.flow;
  const b = want.demand.flow;
  const overlap =
    (a.to === undefined || b.from === undefined || b.from <= a.to) &&
    (b.to === undefined || a.from === undefined || a.from <= b.to);
  if (overlap) return [];
  const span = (flow: typeof a) => `${flow.from ?? '…'}–${flow.to ?? '…'}`;
  return [
    { rule: 'validity', left: span(a), right: span(b), citation: 'estimate: both flows must exist at the same time' },
  ];
}
