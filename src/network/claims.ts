import { compareIds, type Match, type Snapshot } from '../domain/index.ts';

/** What really moves between two flows when nothing is given or taken twice. */
export interface Movement {
  readonly match: Match;
  /** In the match's unit a year. */
  readonly quantityPerYear: number;
  /** In the demand's dimension a year. */
  readonly productPerYear: number;
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
}

/**
 * Open matches by falling score, each moving what is left of its output and its demand. A plan (planning) does better; this
 * is the picture without one. `ratioOf`: units of product that one unit of output replaces, by use.
 */
export function claimByScore(
  matches: readonly Match[],
  snapshot: Snapshot,
  ratioOf: (use: string) => number,
): Movement[] {
  const left = new Map(snapshot.flows.map((f) => [f.id, f.quantityPerYear ?? Infinity]));
  const open = matches.filter((m) => m.regime === 'open' && (m.quantityPerYear ?? 0) > 0);
  open.sort((a, b) => b.score - a.score || compareIds(a.output, b.output) || compareIds(a.demand, b.demand));
  const movements: Movement[] = [];
  for (const match of open) {
    const ratio = ratioOf(match.use);
    const offered = left.get(match.output) ?? 0;
    const wanted = left.get(match.demand) ?? 0;
    const quantity = Math.min(match.quantityPerYear!, offered, wanted / ratio);
    if (!(quantity > 0)) continue;
    left.set(match.output, offered - quantity);
    left.set(match.demand, wanted - quantity * ratio);
    movements.push(moveOf(match, quantity, ratio));
  }
  return movements;
}

/** Money and CO2 of the match in proportion to the quantity. */
export function moveOf(match: Match, quantity: number, ratio: number): Movement {
  const share = quantity / match.quantityPerYear!;
  return {
    match,
    quantityPerYear: quantity,
    productPerYear: quantity * ratio,
    netBenefitEurPerYear: share * (match.netBenefitEurPerYear ?? 0),
    co2KgPerYear: share * (match.co2KgPerYear ?? 0),
  };
}
