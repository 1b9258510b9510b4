import type { Bilingual, Issue } from '../domain/index.ts';
import { type LinearSession, openLinear } from './highs.ts';
import { type LimitRow, writePlan } from './plan-model.ts';
import type { AllocationOptions, AllocationProblem, LimitKind } from './problem.ts';

/** The smallest set of limits that contradict each other: taking any one away would allow a plan. Empty when there is a plan. */
export async function findConflict(problem: AllocationProblem, options: AllocationOptions): Promise<LimitRow[]> {
  const plan = writePlan(problem, options, { boundsAsRows: true });
  // without a goal nothing can be unbounded, so that `infeasible` means it
  const session = await openLinear({ ...plan.model, cost: new Float64Array(plan.model.columns) });
  try {
    if (session.solve().status !== 'infeasible') return [];
    const suspects = plan.model.integer ? plan.limits.map((_, i) => i) : [...session.suspects()];
    const others = plan.limits.map((_, i) => i).filter((i) => !suspects.includes(i));
    const filter = new DeletionFilter(session, plan.limits);
    if (!filter.tryWithout(others)) suspects.push(...others);
    return filter.reduce(suspects).map((i) => plan.limits[i]!);
  } finally {
    session.dispose();
  }
}

/** J. Chinneck's deletion filter, taking away halves before single rows. */
class DeletionFilter {
  private readonly session: LinearSession;
  private readonly limits: readonly LimitRow[];

  constructor(session: LinearSession, limits: readonly LimitRow[]) {
    this.session = session;
    this.limits = limits;
  }

  /** Leaves the rows away for good when there is still no plan without them. */
  tryWithout(rows: readonly number[]): boolean {
    if (rows.length === 0) return true;
    for (const i of rows) this.session.setRow(i, Number.NEGATIVE_INFINITY, Infinity);
    if (this.session.solve().status === 'infeasible') return true;
    for (const i of rows) this.session.setRow(i, this.limits[i]!.lower, this.limits[i]!.upper);
    return false;
  }

  /** Rows of the irreducible set, ascending. */
  reduce(rows: readonly number[]): number[] {
    const kept: number[] = [];
    const visit = (part: readonly number[]): void => {
      if (part.length === 0 || this.tryWithout(part)) return;
      if (part.length === 1) {
        kept.push(part[0]!);
        return;
      }
      const half = part.length >> 1;
      visit(part.slice(0, half));
      visit(part.slice(half));
    };
    visit(rows);
    return kept.sort((a, b) => a - b);
  }
}

const NAMES: Readonly<Record<LimitKind, Bilingual>> = {
  supply: { en: 'supply of', ru: 'запас' },
  demand: { en: 'demand of', ru: 'потребность' },
  'pair capacity': { en: 'capacity of the pair', ru: 'мощность пары' },
  activation: { en: 'starting the pair', ru: 'запуск пары' },
  'minimum lot': { en: 'minimum lot of', ru: 'минимальная партия' },
  'process input': { en: 'input of the process', ru: 'сырьё процесса' },
  'process capacity': { en: 'capacity of the process', ru: 'мощность процесса' },
  budget: { en: 'budget,', ru: 'бюджет,' },
  'at least': { en: 'floor of the goal', ru: 'порог цели' },
  must: { en: 'must have', ru: 'обязательно' },
  'must not': { en: 'must not have', ru: 'запрещено' },
};

/** A limit in words; `of` is what it limits, as people call it. */
export function nameLimit(kind: LimitKind, of: Bilingual): Bilingual {
  return { en: `${NAMES[kind].en} ${of.en}`, ru: `${NAMES[kind].ru} ${of.ru}` };
}

/** The conflict in words, one issue a limit. */
export function describeConflict(limits: readonly LimitRow[]): { text: Bilingual; issues: Issue[] } {
  const issues = limits.map((l): Issue => {
    const found = l.lower > Number.NEGATIVE_INFINITY ? `≥ ${round(l.lower)}` : `≤ ${round(l.upper)}`;
    const wanted = { en: `${NAMES[l.kind].en} ${l.of} ${found}`, ru: `${NAMES[l.kind].ru} ${l.of} ${found}` };
    return { column: l.kind, found: `${l.of} ${found}`, wanted, severity: 'error' };
  });
  return {
    text: {
      en: `These limits contradict each other; giving up any one of them would allow a plan: ${issues.map((i) => i.wanted.en).join('; ')}`,
      ru: `Эти условия противоречат друг другу; достаточно отказаться от любого из них: ${issues.map((i) => i.wanted.ru).join('; ')}`,
    },
    issues,
  };
}

const round = (x: number): number => Number(x.toPrecision(9));
