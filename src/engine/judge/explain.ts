import { type Explanation, TERMS, type Term, type Verdict, type Veto } from '../../domain/index.ts';
import type { Offer, Want } from '../problem/offers.ts';
import { getStream, type Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import { carbonOf, moneyOf, toMatch } from '../search/matches.ts';
import { isBetter, isBlocked, isHint, judgeAll } from './brute.ts';
import { type Lang, limitsOf, sourcesOf } from './evidence.ts';
import { type Judgement, judge, suspicions } from './judge.ts';
import { vetoesOf } from './veto.ts';

/**
 * The full account of any pair, also of one never proposed: its terms, or the rules that refuse it with both values.
 * A rule that refuses comes before `no use`: it is looked for although no pathway leads there. Texts are in `lang`. Throws `not-found`.
 */
export function explain(problem: Problem, outputId: string, demandId: string, lang: Lang = 'en'): Explanation {
  const output = getStream(problem, 'output', outputId);
  const demand = getStream(problem, 'demand', demandId);
  const judged = judgeAll(problem, output, demand).map((j) => ({ j, vetoes: vetoesOf(problem, j, lang) }));
  const open = judged.filter(({ vetoes }) => vetoes.length === 0).sort((a, b) => (isBetter(a.j, b.j) ? -1 : 1));
  const best = open.find(({ j }) => !isHint(j.basis)) ?? open[0];
  if (best)
    return tell(
      problem,
      best.j,
      isHint(best.j.basis) ? 'hint' : isBlocked(problem, best.j) ? 'blocked' : 'match',
      [],
      lang,
    );
  const banned = judged.length === 0 ? bans(problem, output, demand) : [];
  const nearest = judged.sort((a, b) => a.vetoes.length - b.vetoes.length || (isBetter(a.j, b.j) ? -1 : 1))[0];
  if (nearest) return tell(problem, nearest.j, 'refused', nearest.vetoes, lang);
  return {
    output: outputId,
    demand: demandId,
    verdict: banned.length > 0 ? 'refused' : 'no use',
    score: 0,
    terms: [],
    vetoes: banned,
    route: [],
    limits: [],
    sources: [],
    missing: [],
  };
}

/** Rules that refuse the materials for the products, where no use leads from one to the other. */
function bans(problem: Problem, output: Stream, demand: Stream): Veto[] {
  const vetoes: Veto[] = [];
  for (const [at, reading] of output.flow.readings.entries())
    for (const want of problem.wants(demand)) {
      const material = problem.vocabulary.rowOf.get(reading.material);
      if (material === undefined || reading.confidence < 0.2) continue;
      const offer = asOffered(problem, output, at, material, want);
      for (const rule of [
        ...judge(problem, offer, want).ruling.refusals,
        ...suspicions(problem, offer, want).flatMap((g) => g.ruling.refusals),
      ])
        if (!vetoes.some((veto) => veto.rule === rule.id))
          vetoes.push({
            rule: rule.id,
            left: reading.material,
            right: problem.vocabulary.materials[want.product]!.id,
            citation: rule.citation,
          });
    }
  return vetoes;
}

/** An imagined pathway from the material to what is wanted, to ask the rules about it. */
function asOffered(problem: Problem, output: Stream, reading: number, material: number, want: Want): Offer {
  const known = problem.vocabulary.materials[material]!;
  return {
    output,
    reading,
    material,
    pathway: { id: '', material, product: want.product, fit: 0, ratio: 1 },
    confidence: 1,
    basis: 'general rule',
    moneyBase: 0,
    productPrice: undefined,
    carbonBase: 0,
    limits: { failed: [], asked: 0, known: 0, missing: [] },
    limitKm: undefined,
    hazardClass: Math.min(output.flow.hazardClass ?? 9, known.hazardClass ?? 9) % 9,
    euHazardous: output.flow.euHazardous === true || known.euHazardous,
    tariffs: problem.tariffs(output.country, output.flow.dimension ?? 't', false),
    detour: problem.detour(output.country),
  };
}

function tell(problem: Problem, j: Judgement, verdict: Verdict, vetoes: readonly Veto[], lang: Lang): Explanation {
  const scored = verdict !== 'refused';
  const money = moneyOf(problem, j);
  const carbon = carbonOf(j);
  return {
    output: j.offer.output.flow.id,
    demand: j.want.demand.flow.id,
    verdict,
    score: scored ? j.score : 0,
    terms: scored ? termsOf(j, lang) : [],
    vetoes: verdict === 'blocked' ? regimeVeto(problem, j) : vetoes,
    ...(scored && { match: toMatch(problem, j) }),
    ...(money && { money }),
    ...(carbon && { carbon }),
    route: routeOf(problem, j, lang),
    limits: limitsOf(problem, j, lang),
    sources: scored ? sourcesOf(problem, j, lang) : [],
    missing: missingOf(problem, j),
  };
}

function regimeVeto(problem: Problem, { offer, want }: Judgement): Veto[] {
  const regime = problem.law.regime(offer.output.country, want.demand.country);
  return regime
    ? [{ rule: regime.id, left: offer.output.country, right: want.demand.country, citation: regime.citation }]
    : [];
}

/** The seven terms with what was compared and by which rule. */
function termsOf(j: Judgement, lang: Lang): Term[] {
  const say = (ru: string, en: string) => (lang === 'ru' ? ru : en);
  const { offer, want } = j;
  const unit = offer.output.flow.dimension ?? '';
  const n = (value: number | undefined, suffix: string) =>
    value === undefined ? say('неизвестно', 'unknown') : `${Number(value.toPrecision(4))} ${suffix}`;
  const evidence: Record<(typeof TERMS)[number], [string, string, string]> = {
    fit: [
      say(`${offer.pathway.id}, пригодность ${offer.pathway.fit}`, `${offer.pathway.id}, fit ${offer.pathway.fit}`),
      `${want.demand.nace || say('вид деятельности неизвестен', 'unknown activity')}${j.receiver ? '' : say(', не из известных приёмщиков', ', not a known receiver')}`,
      offer.pathway.use?.evidence ?? say('нужен сам этот материал', 'the material itself is wanted'),
    ],
    quantity: [
      n(offer.output.quantity, unit),
      n(want.demand.quantity, want.demand.flow.dimension ?? ''),
      say('доля выхода, которую может принять получатель', 'share of the output that the taker can absorb'),
    ],
    distance: [
      n(j.km, say('км', 'km')),
      say('32,8 км', '32.8 km'),
      say(
        'половина баллов на медианном расстоянии обменов NISP (Jensen et al. 2011)',
        'half the points at the median distance of NISP exchanges (Jensen et al. 2011)',
      ),
    ],
    economics: [
      n(j.netPerUnit, `EUR/${unit}`),
      '50 EUR',
      say(
        'выгода на единицу: сбережённые размещение и покупка минус обработка, перевозка и сделка',
        'net benefit per unit: disposal and purchase avoided less treatment, transport and the deal',
      ),
    ],
    co2: [
      n(j.carbonPerUnit, `${say('кг', 'kg')}/${unit}`),
      say('300 кг', '300 kg'),
      say(
        'CO2-экв. на единицу: сырьё и полигон минус обработка и перевозка',
        'CO2e avoided per unit: virgin and landfill less treatment and transport',
      ),
    ],
    legal: [
      say(`класс ${offer.hazardClass || '-'}`, `class ${offer.hazardClass || '-'}`),
      say(`шагов: ${j.ruling.notes.length}`, `${j.ruling.notes.length} steps`),
      j.ruling.notes.map((rule) => rule.id).join(', ') || say('правовых шагов не известно', 'no legal step known'),
    ],
    confidence: [
      say(`прочтение ${offer.confidence.toFixed(2)}`, `reading ${offer.confidence.toFixed(2)}`),
      say(`прочтение ${want.confidence.toFixed(2)}`, `reading ${want.confidence.toFixed(2)}`),
      say(
        `объявлено пределов: ${offer.limits.known + j.buyer.known} из ${offer.limits.asked + j.buyer.asked}`,
        `${offer.limits.known + j.buyer.known} of ${offer.limits.asked + j.buyer.asked} limits declared`,
      ),
    ],
  };
  return TERMS.map((name) => {
    const [left, right, rule] = evidence[name];
    return { name, points: j.points[name], left, right, rule };
  });
}

const STATUS = { free: 'свободно', notify: 'с уведомлением', consent: 'с согласия', blocked: 'закрыто' } as const;

function routeOf(problem: Problem, j: Judgement, lang: Lang): { step: string; citation: string }[] {
  const steps = j.ruling.notes.map((rule) => ({ step: rule.name[lang], citation: rule.citation }));
  const regime = problem.law.regime(j.offer.output.country, j.want.demand.country);
  if (regime && regime.status !== 'free')
    steps.push({
      step: `${regime.name[lang]}: ${lang === 'ru' ? STATUS[regime.status] : regime.status}`,
      citation: regime.citation,
    });
  return steps;
}

/** Facts to ask for, those that could add most points first. */
function missingOf(problem: Problem, j: Judgement): Explanation['missing'] {
  const { points } = problem;
  const missing: { flow: string; field: string; pointsAtMost: number }[] = [];
  const ask = (flow: string, field: string, pointsAtMost: number) => missing.push({ flow, field, pointsAtMost });
  const [output, demand] = [j.offer.output.flow.id, j.want.demand.flow.id];
  if (j.km === undefined)
    ask(
      j.offer.output.xyz ? demand : output,
      'place',
      points.distance - j.points.distance + points.economics - j.points.economics,
    );
  if (j.offer.output.quantity === undefined) ask(output, 'quantity', points.quantity - j.points.quantity);
  if (j.want.demand.quantity === undefined) ask(demand, 'quantity', points.quantity - j.points.quantity);
  if (j.purchase === undefined) ask(demand, 'price', points.economics - j.points.economics);
  for (const parameter of new Set([...j.offer.limits.missing, ...j.buyer.missing]))
    ask(output, parameter, points.confidence - j.points.confidence);
  return missing.sort((a, b) => b.pointsAtMost - a.pointsAtMost);
}
