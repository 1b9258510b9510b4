import type { Movement } from './claims.ts';

/** What is left when one company stops. */
export interface Dependence {
  readonly company: string;
  /** 0..1: benefit kept when only its own exchanges stop. */
  readonly kept: number;
  /** 0..1: benefit kept when those that lose too much stop as well, again and again. */
  readonly keptAfterCascade: number;
  /** Companies that stop with it, in the order of stopping. */
  readonly drags: readonly string[];
}

/** Companies that are told, those whose loss costs most. */
const TOLD = 100;

/**
 * Benefit (EUR a year, positive parts) kept after each loss, the worst loss first. Cascade: a company stops when it has lost
 * at least `threshold` of the benefit of its exchanges (estimate: half).
 */
export function dependenceOn(movements: readonly Movement[], threshold = 0.5): Dependence[] {
  const ties = movements.map((m) => ({
    a: m.match.outputCompany,
    b: m.match.demandCompany,
    benefit: Math.max(0, m.netBenefitEurPerYear),
  }));
  const total = ties.reduce((s, t) => s + t.benefit, 0);
  const own = new Map<string, number>();
  for (const t of ties) for (const c of new Set([t.a, t.b])) own.set(c, (own.get(c) ?? 0) + t.benefit);
  const share = (x: number) => (total > 0 ? x / total : 1);
  const keptWithout = (gone: ReadonlySet<string>) =>
    ties.reduce((s, t) => (gone.has(t.a) || gone.has(t.b) ? s : s + t.benefit), 0);
  const greatest = [...own].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, TOLD);
  const result = greatest.map(([company]): Dependence => {
    const gone = new Set([company]);
    const kept = share(keptWithout(gone));
    for (let more = true; more; ) {
      const left = new Map<string, number>();
      for (const t of ties)
        if (!gone.has(t.a) && !gone.has(t.b))
          for (const c of new Set([t.a, t.b])) left.set(c, (left.get(c) ?? 0) + t.benefit);
      const falling = [...own].filter(
        ([c, had]) => !gone.has(c) && had > 0 && (left.get(c) ?? 0) <= had * (1 - threshold) + 1e-9 * had,
      );
      for (const [c] of falling.sort(([x], [y]) => (x < y ? -1 : 1))) gone.add(c);
      more = falling.length > 0;
    }
    return { company, kept, keptAfterCascade: share(keptWithout(gone)), drags: [...gone].slice(1) };
  });
  return result.sort((a, b) => a.kept - b.kept || (a.company < b.company ? -1 : 1));
}
