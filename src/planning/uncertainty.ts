import { SymbionError, seededRandom, type TellStep } from '../domain/index.ts';
import { allocate } from './allocate.ts';
import { pairKey } from './check.ts';
import type { Allocation, AllocationOptions, AllocationProblem, PlanArc } from './problem.ts';

/** One thing that is not known exactly: a quantity, a price, a factor. All that it touches moves together. */
export interface UncertainInput {
  readonly name: string;
  /** The flow that it is about, where it is about one. */
  readonly flow?: string;
  /** Whom to ask; absent for prices and factors of the knowledge base. */
  readonly company?: string;
  /** True when nobody has told it: it takes part in "whom to ask first". */
  readonly unknown?: boolean;
  readonly of: 'available' | 'wanted' | 'money' | 'co2';
  /** Flow ids for quantities, pairs (`output>demand`) for money and co2. */
  readonly ids: readonly string[];
  /** Multiplier of the planned value, uniform between the two; 0 <= low <= high. */
  readonly low: number;
  readonly high: number;
  /** Multiplier in the plan; default 1. With 0 the flow is not in the plan and is not drawn: it is only asked about. */
  readonly middle?: number;
}

/** A firm that holds answers: ask these first. */
export interface FirmToAsk {
  readonly company: string;
  /** Of its questions together, in the goal's unit. */
  readonly effect: number;
  readonly questions: readonly string[];
}

export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface UncertaintyReport {
  readonly trials: number;
  readonly money: Spread;
  readonly co2: Spread;
  /** Pairs by how often they are in the plan, most often first. */
  readonly exchanges: readonly {
    readonly output: string;
    readonly demand: string;
    /** 0..1 */
    readonly inPlan: number;
    /** In the trials in which it is in the plan. */
    readonly quantityPerYear: Spread;
  }[];
  /** Unknown inputs by how much the goal changes from their low to their high value, all else as planned. */
  readonly askFirst: readonly {
    readonly name: string;
    readonly flow?: string;
    readonly company?: string;
    /** |value at high - value at low|, in the goal's unit. */
    readonly effect: number;
    /** Units of output that move otherwise between the two plans. */
    readonly moved: number;
  }[];
  /** Five at most, the greatest effect first. */
  readonly firms: readonly FirmToAsk[];
}

const FIRMS = 5;

/** Draws all inputs `trials` times (seeded), plans each time, and asks what would change the plan most. */
export async function planUnderUncertainty(
  problem: AllocationProblem,
  options: AllocationOptions,
  inputs: readonly UncertainInput[],
  draw: { readonly trials: number; readonly seed: number },
  progress: TellStep = () => undefined,
): Promise<UncertaintyReport> {
  checkInputs(inputs, draw.trials);
  const random = seededRandom(draw.seed);
  const money: number[] = [];
  const co2: number[] = [];
  const quantities = new Map<string, number[]>();
  for (let t = 0; t < draw.trials; t++) {
    const factors = inputs.map((u) => u.middle ?? u.low + (u.high - u.low) * random());
    const plan = await allocate(vary(problem, inputs, factors), options);
    progress(t + 1, draw.trials, 'trials');
    money.push(plan.totals.money);
    co2.push(plan.totals.co2);
    for (const e of plan.exchanges) {
      const key = pairKey(e.output, e.demand);
      const list = quantities.get(key);
      if (list) list.push(e.quantityPerYear);
      else quantities.set(key, [e.quantityPerYear]);
    }
  }
  const askFirst = await rankQuestions(problem, options, inputs, progress);
  return {
    trials: draw.trials,
    money: spreadOf(money),
    co2: spreadOf(co2),
    exchanges: rankExchanges(problem.arcs, quantities, draw.trials),
    askFirst,
    firms: rankFirms(askFirst),
  };
}

function checkInputs(inputs: readonly UncertainInput[], trials: number): void {
  const issues = inputs
    .filter((u) => !(u.low >= 0 && u.low <= u.high && Number.isFinite(u.high)))
    .map((u) => ({
      column: u.name,
      found: `${u.low}..${u.high}`,
      wanted: { en: '0 <= low <= high', ru: '0 <= нижнее <= верхнее' },
      severity: 'error' as const,
    }));
  if (issues.length > 0 || !(Number.isInteger(trials) && trials >= 1))
    throw new SymbionError(
      'input',
      {
        en: 'The uncertain inputs or the number of trials are wrong',
        ru: 'Неверны границы неопределённости или число испытаний',
      },
      { issues },
    );
}

/** The problem with each input multiplied by its factor. */
function vary(
  problem: AllocationProblem,
  inputs: readonly UncertainInput[],
  factors: readonly number[],
): AllocationProblem {
  const by = {
    available: new Map<string, number>(),
    wanted: new Map<string, number>(),
    money: new Map<string, number>(),
    co2: new Map<string, number>(),
  };
  inputs.forEach((u, i) => {
    for (const id of u.ids) by[u.of].set(id, (by[u.of].get(id) ?? 1) * factors[i]!);
  });
  return {
    ...problem,
    outputs: problem.outputs.map((o) => ({ ...o, available: o.available * (by.available.get(o.id) ?? 1) })),
    demands: problem.demands.map((d) => ({ ...d, wanted: d.wanted * (by.wanted.get(d.id) ?? 1) })),
    arcs: problem.arcs.map((a) => {
      const key = pairKey(a.output, a.demand);
      const [money, co2] = [by.money.get(key) ?? 1, by.co2.get(key) ?? 1];
      return { ...a, worth: { ...a.worth, money: a.worth.money * money, co2: a.worth.co2 * co2 } };
    }),
  };
}

function rankExchanges(
  arcs: readonly PlanArc[],
  quantities: ReadonlyMap<string, number[]>,
  trials: number,
): UncertaintyReport['exchanges'] {
  const ranked = arcs.flatMap((a) => {
    const list = quantities.get(pairKey(a.output, a.demand));
    if (!list) return [];
    return [{ output: a.output, demand: a.demand, inPlan: list.length / trials, quantityPerYear: spreadOf(list) }];
  });
  const key = (e: { output: string; demand: string }) => pairKey(e.output, e.demand);
  return ranked.sort((a, b) => b.inPlan - a.inPlan || (key(a) < key(b) ? -1 : 1));
}

async function rankQuestions(
  problem: AllocationProblem,
  options: AllocationOptions,
  inputs: readonly UncertainInput[],
  progress: TellStep,
): Promise<UncertaintyReport['askFirst']> {
  const middle = inputs.map((u) => u.middle ?? 1);
  const ranked: UncertaintyReport['askFirst'][number][] = [];
  for (let i = 0; i < inputs.length; i++) {
    const u = inputs[i]!;
    progress(i, inputs.length, 'questions');
    if (u.unknown !== true) continue;
    const at = (x: number) => allocate(vary(problem, inputs, middle.with(i, x)), options);
    const [low, high] = [await at(u.low), await at(u.high)];
    ranked.push({
      name: u.name,
      ...(u.flow !== undefined && { flow: u.flow }),
      ...(u.company !== undefined && { company: u.company }),
      effect: Math.abs(high.value - low.value),
      moved: differenceOf(low, high),
    });
  }
  return ranked.sort((a, b) => b.effect - a.effect || b.moved - a.moved || (a.name < b.name ? -1 : 1));
}

function rankFirms(questions: UncertaintyReport['askFirst']): FirmToAsk[] {
  const firms = Map.groupBy(
    questions.filter((q) => q.company !== undefined && q.effect > 0),
    (q) => q.company!,
  );
  return [...firms]
    .map(([company, list]) => ({
      company,
      effect: list.reduce((sum, q) => sum + q.effect, 0),
      questions: list.map((q) => q.name),
    }))
    .sort((a, b) => b.effect - a.effect || (a.company < b.company ? -1 : 1))
    .slice(0, FIRMS);
}

function differenceOf(a: Allocation, b: Allocation): number {
  const left = new Map(a.exchanges.map((e) => [pairKey(e.output, e.demand), e.quantityPerYear]));
  let moved = 0;
  for (const e of b.exchanges) {
    const key = pairKey(e.output, e.demand);
    moved += Math.abs(e.quantityPerYear - (left.get(key) ?? 0));
    left.delete(key);
  }
  for (const q of left.values()) moved += q;
  return moved;
}

/** Linear between order statistics (type 7 of Hyndman and Fan, 1996). */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number) => {
    const x = p * (sorted.length - 1);
    const i = Math.floor(x);
    return sorted[i]! + (x - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
