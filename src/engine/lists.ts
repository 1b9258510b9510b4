import type { Basis } from '../domain/index.ts';
import { type Judgement, judge } from './judge.ts';
import type { Offer, Problem, Stream, Want } from './problem.ts';
import { isVetoed } from './veto.ts';

/** One entry of a ranked list: the partner's row and the judgement that counted. */
export interface Entry {
  readonly partner: number;
  readonly judgement: Judgement;
}

/** Ranked lists of one stream: best first, ties by the partner's row. */
export interface StreamLists {
  readonly open: readonly Entry[];
  /** Pairs that only a regime refuses. */
  readonly blocked: readonly Entry[];
  /** Pairs that only similar words or codes suggest; empty unless asked for. */
  readonly hints: readonly Entry[];
}

/** Lists of every output and of every demand, by row. */
export interface Lists {
  readonly outputs: readonly StreamLists[];
  readonly demands: readonly StreamLists[];
}

export type Kind = 'open' | 'blocked' | 'hints';

/** Which list a pair without veto belongs to; undefined = none. */
export function kindOf(problem: Problem, judgement: Judgement): Kind | undefined {
  if (isVetoed(problem, judgement)) return undefined;
  if (isHint(judgement.basis)) return problem.settings.hints ? 'hints' : undefined;
  return isBlocked(problem, judgement) ? 'blocked' : 'open';
}

export function isHint(basis: Basis): boolean {
  return basis === 'text similarity' || basis === 'code similarity';
}

export function isBlocked(problem: Problem, { offer, want }: Judgement): boolean {
  return problem.law.regime(offer.output.country, want.demand.country)?.status === 'blocked';
}

/** The better of two judgements of one pair: score, then use id, so that the choice never depends on order. */
export function isBetter(a: Judgement, b: Judgement): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.offer.pathway.id < b.offer.pathway.id;
}

/** Collects the `top` best distinct partners of each kind. */
export class Ranking {
  readonly #best: Record<Kind, Map<number, Judgement>> = { open: new Map(), blocked: new Map(), hints: new Map() };

  offer(kind: Kind, partner: number, judgement: Judgement): void {
    const known = this.#best[kind].get(partner);
    if (!known || isBetter(judgement, known)) this.#best[kind].set(partner, judgement);
  }

  lists(top: number): StreamLists {
    const rank = (kind: Kind): readonly Entry[] => {
      const taken = kind === 'open' ? undefined : this.#best.open;
      return [...this.#best[kind]]
        .filter(([partner]) => !taken?.has(partner))
        .map(([partner, judgement]) => ({ partner, judgement }))
        .sort((a, b) => b.judgement.score - a.judgement.score || a.partner - b.partner)
        .slice(0, top);
    };
    return { open: rank('open'), blocked: rank('blocked'), hints: rank('hints') };
  }
}

/** Wants and offers by the product that joins them. A want for P is served by what replaces P or something narrower. */
export interface Meeting {
  readonly wants: ReadonlyMap<number, readonly Want[]>;
  readonly offers: ReadonlyMap<number, readonly Offer[]>;
}

export function buildMeeting(problem: Problem): Meeting {
  const wants = new Map<number, Want[]>();
  for (const demand of problem.demands) for (const want of problem.wants(demand)) push(wants, want.product, want);
  const offers = new Map<number, Offer[]>();
  for (const output of problem.outputs)
    for (const offer of problem.offers(output))
      for (const product of problem.vocabulary.lineage(offer.pathway.product))
        if (wants.has(product)) push(offers, product, offer);
  return { wants, offers };
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Judges every pair that meets: the oracle, and the way for small regions. */
export function listsOfOutput(problem: Problem, meeting: Meeting, output: Stream): StreamLists {
  const ranking = new Ranking();
  for (const offer of problem.offers(output))
    for (const product of problem.vocabulary.lineage(offer.pathway.product))
      for (const want of meeting.wants.get(product) ?? []) consider(problem, ranking, offer, want, want.demand.row);
  return ranking.lists(problem.settings.top);
}

export function listsOfDemand(problem: Problem, meeting: Meeting, demand: Stream): StreamLists {
  const ranking = new Ranking();
  for (const want of problem.wants(demand))
    for (const offer of meeting.offers.get(want.product) ?? [])
      consider(problem, ranking, offer, want, offer.output.row);
  return ranking.lists(problem.settings.top);
}

function consider(problem: Problem, ranking: Ranking, offer: Offer, want: Want, partner: number): void {
  const judgement = judge(problem, offer, want);
  const kind = kindOf(problem, judgement);
  if (kind) ranking.offer(kind, partner, judgement);
}
