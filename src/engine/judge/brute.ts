import type { Basis } from '../../domain/index.ts';
import type { Offer, Want } from '../problem/offers.ts';
import type { Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import { type Judgement, judge } from './judge.ts';
import { isVetoed } from './veto.ts';

/** One entry of a list made by judging every pair in words. */
export interface Entry {
  /** Row of the partner. */
  readonly partner: number;
  readonly score: number;
  readonly offer: Offer;
  readonly want: Want;
}

export interface StreamLists {
  readonly open: readonly Entry[];
  readonly blocked: readonly Entry[];
  readonly hints: readonly Entry[];
}

/** Which list a pair without veto belongs to; undefined = none. */
export function kindOf(problem: Problem, judgement: Judgement): keyof StreamLists | undefined {
  if (isVetoed(problem, judgement)) return undefined;
  if (isHint(judgement.basis)) return problem.settings.hints ? 'hints' : undefined;
  return isBlocked(problem, judgement) ? 'blocked' : 'open';
}

export function isHint(basis: Basis): boolean {
  return basis === 'text similarity' || basis === 'code similarity';
}

export function isBlocked(problem: Problem, { offer, want }: { readonly offer: Offer; readonly want: Want }): boolean {
  return problem.law.regime(offer.output.country, want.demand.country)?.status === 'blocked';
}

/** The better of two judgements of one pair: score, then use id, material and product, so that the choice never depends on order. */
export function isBetter(a: Omit<Entry, 'partner'>, b: Omit<Entry, 'partner'>): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.offer.pathway.id !== b.offer.pathway.id) return a.offer.pathway.id < b.offer.pathway.id;
  if (a.offer.material !== b.offer.material) return a.offer.material < b.offer.material;
  return a.want.product < b.want.product;
}

/** Every pathway of the output that serves some reading of the demand, judged. */
export function judgeAll(problem: Problem, output: Stream, demand: Stream): Judgement[] {
  const wants = problem.wants(demand);
  return problem
    .offers(output)
    .flatMap((offer) =>
      wants
        .filter((want) => problem.vocabulary.lineage(offer.pathway.product).includes(want.product))
        .map((want) => judge(problem, offer, want)),
    );
}

/** The lists of an output by judging all its pairs in words, without any column: the oracle that the search is held to. */
export function bruteListsOfOutput(problem: Problem, output: Stream): StreamLists {
  return rank(
    problem,
    problem.demands.map((demand) => [demand.row, judgeAll(problem, output, demand)] as const),
  );
}

/** The same for a demand. */
export function bruteListsOfDemand(problem: Problem, demand: Stream): StreamLists {
  return rank(
    problem,
    problem.outputs.map((output) => [output.row, judgeAll(problem, output, demand)] as const),
  );
}

function rank(problem: Problem, pairs: readonly (readonly [number, readonly Judgement[]])[]): StreamLists {
  const lists: Record<keyof StreamLists, Entry[]> = { open: [], blocked: [], hints: [] };
  for (const [partner, judgements] of pairs) {
    const kinds = Map.groupBy(judgements, (judgement) => kindOf(problem, judgement));
    for (const [kind, ways] of kinds) {
      if (!kind || (kind === 'hints' && (kinds.has('open') || kinds.has('blocked')))) continue;
      const { offer, want, score } = ways.reduce((best, way) => (isBetter(way, best) ? way : best));
      lists[kind].push({ partner, score, offer, want });
    }
  }
  const { top } = problem.settings;
  const best = (list: Entry[]) => list.sort((a, b) => b.score - a.score || a.partner - b.partner).slice(0, top);
  return { open: best(lists.open), blocked: best(lists.blocked), hints: best(lists.hints) };
}
