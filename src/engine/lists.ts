import type { Basis } from '../domain/index.ts';
import { Best, type Entry } from './best.ts';
import { type Judgement, judge } from './judge.ts';
import type { Offer, Problem, Stream, Want } from './problem.ts';
import { isVetoed } from './veto.ts';

export type { Entry } from './best.ts';

/** Ranked lists of one stream: best first, ties by the partner's row. */
export interface StreamLists {
  readonly open: readonly Entry[];
  /** Pairs that only a regime refuses; kept when the settings list them. */
  readonly blocked: readonly Entry[];
  /** Pairs that only similar words or codes suggest; empty unless asked for. */
  readonly hints: readonly Entry[];
}

/** Lists of every output and of every demand, by row. */
export interface Lists {
  readonly outputs: readonly StreamLists[];
  readonly demands: readonly StreamLists[];
  /** Pairs whose score was computed, over all searches. */
  readonly pairsJudged: number;
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

export function isBlocked(problem: Problem, { offer, want }: { readonly offer: Offer; readonly want: Want }): boolean {
  return problem.law.regime(offer.output.country, want.demand.country)?.status === 'blocked';
}

/** The better of two judgements of one pair: score, then use id, so that the choice never depends on order. */
export function isBetter(a: Judgement, b: Judgement): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.offer.pathway.id < b.offer.pathway.id;
}

/** The best of each kind while a stream is searched. */
export class Rankings {
  readonly #best: Record<Kind, Best>;

  constructor(top: number) {
    this.#best = { open: new Best(top), blocked: new Best(top), hints: new Best(top) };
  }

  of(kind: Kind): Best {
    return this.#best[kind];
  }

  lists(): StreamLists {
    return { open: this.#best.open.entries, blocked: this.#best.blocked.entries, hints: this.#best.hints.entries };
  }
}

/** Judges a pair in full and lets it into the list it belongs to. */
export function consider(problem: Problem, rankings: Rankings, offer: Offer, want: Want, partner: number): void {
  const judgement = judge(problem, offer, want);
  const kind = kindOf(problem, judgement);
  if (kind === 'hints' && isMoreThanHint(problem, offer, want)) return;
  if (kind) rankings.of(kind).put({ partner, score: judgement.score, offer, want });
}

/** A pair that some other way of reading it makes open or blocked is no hint. */
function isMoreThanHint(problem: Problem, { output }: Offer, { demand }: Want): boolean {
  return judgeAll(problem, output, demand).some((judgement) => {
    const kind = kindOf(problem, judgement);
    return kind === 'open' || kind === 'blocked';
  });
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

/** Every pair of an output judged in full: the oracle that the search is held to. */
export function bruteListsOfOutput(problem: Problem, output: Stream): StreamLists {
  const rankings = new Rankings(problem.settings.top);
  for (const demand of problem.demands) meet(problem, rankings, output, demand, demand.row);
  return rankings.lists();
}

/** Every pair of a demand judged in full. */
export function bruteListsOfDemand(problem: Problem, demand: Stream): StreamLists {
  const rankings = new Rankings(problem.settings.top);
  for (const output of problem.outputs) meet(problem, rankings, output, demand, output.row);
  return rankings.lists();
}

function meet(problem: Problem, rankings: Rankings, output: Stream, demand: Stream, partner: number): void {
  const wants = problem.wants(demand);
  for (const offer of problem.offers(output))
    for (const want of wants)
      if (problem.vocabulary.lineage(offer.pathway.product).includes(want.product))
        consider(problem, rankings, offer, want, partner);
}
