import type { Dimension, Veto } from '../domain/index.ts';

/** What a plan may be best at: EUR a year, kg CO2e avoided a year, tonnes kept out of landfill a year, jobs whose input comes from an exchange. */
export const OBJECTIVES = ['money', 'co2', 'landfill', 'jobs'] as const;
export type Objective = (typeof OBJECTIVES)[number];
export type Worth = Readonly<Record<Objective, number>>;

/** An output stream. Quantities a year in its dimension. */
export interface PlanOutput {
  readonly id: string;
  readonly company: string;
  /** There without any process of the plan. A declared quantity is not linked to a process as well: it would count twice. */
  readonly available: number;
  readonly unit: Dimension;
}

/** An input demand. Quantities a year in the product's dimension. */
export interface PlanDemand {
  readonly id: string;
  readonly company: string;
  readonly wanted: number;
  /** 0..1: how much of the need may come from by-products at all; default 1. */
  readonly shareAtMost?: number;
  /** EUR a year for having it at all, when its plant is new; needs a known quantity. */
  readonly openingEur?: number;
}

/** A possible exchange: a match, a hint or a further pair. */
export interface PlanArc {
  readonly output: string;
  readonly demand: string;
  /** Units of product replaced by one unit of output, > 0. */
  readonly ratio: number;
  /** Per unit of output, without the activation cost. */
  readonly worth: Worth;
  /** Units of output a year; default: no own limit. */
  readonly capacity?: number;
  /** EUR a year as soon as anything moves. */
  readonly activationEur?: number;
  /** Units of output a year: nothing or at least this. */
  readonly minimumLot?: number;
  /** Units of a process's input that one unit of output becomes at the taker; default 1 (mass stays mass). */
  readonly intoProcess?: number;
  /** Only the regime of the scenario stands against it: never used, kept so that a wish for it can be answered. */
  readonly blocked?: boolean;
}

/** A conversion at one site. Activity is in units of the leading (first) input. */
export interface PlanProcess {
  readonly id: string;
  readonly company: string;
  readonly inputs: readonly { readonly demands: readonly string[]; readonly perUnit: number }[];
  readonly outputs: readonly { readonly output: string; readonly yield: number }[];
  /** Units of the leading input a year; default: no limit. */
  readonly capacity?: number;
  /** What a unit of activity is worth by itself (a running cost is negative money). */
  readonly worth?: Partial<Worth>;
  /** EUR a year for having it, when it is new; needs a capacity. */
  readonly openingEur?: number;
}

export interface AllocationProblem {
  readonly outputs: readonly PlanOutput[];
  readonly demands: readonly PlanDemand[];
  readonly arcs: readonly PlanArc[];
  readonly processes?: readonly PlanProcess[];
}

/** A named pair. `atLeast` (units of output a year) counts only for a must; default: its minimum lot, else a tenth of what it can carry. */
export interface Wish {
  readonly output: string;
  readonly demand: string;
  readonly atLeast?: number;
}

export interface AllocationOptions {
  /** Checked: may come from outside. */
  readonly objective: Objective;
  readonly must?: readonly Wish[];
  readonly mustNot?: readonly Wish[];
  /** EUR: activation and opening together at most. */
  readonly budgetEur?: number;
  /** The plan reaches at least this much of each named objective. */
  readonly atLeast?: Partial<Worth>;
  /** Seconds, > 0; a plan with whole decisions stops there with the best found. Default 20. */
  readonly timeLimitSeconds?: number;
  /** Relative gap at which whole decisions are settled; default 1e-6. */
  readonly gap?: number;
  readonly seed?: number;
  /** Says why a pair that is not among the arcs was refused. */
  readonly judge?: (output: string, demand: string) => readonly Veto[];
}

export interface PlannedExchange {
  readonly output: string;
  readonly demand: string;
  /** In the output's dimension. */
  readonly quantityPerYear: number;
  /** In the demand's dimension. */
  readonly productPerYear: number;
  readonly worth: Worth;
}

export type LimitKind =
  | 'supply'
  | 'demand'
  | 'pair capacity'
  | 'activation'
  | 'minimum lot'
  | 'process input'
  | 'process capacity'
  | 'budget'
  | 'at least'
  | 'must'
  | 'must not';

/** What one more unit of a limit would change the objective by ("what did the last constraint cost"). */
export interface ShadowPrice {
  readonly kind: LimitKind;
  /** Id of the flow, pair (`output>demand`), process or objective. */
  readonly of: string;
  readonly perUnit: number;
}

export interface Allocation {
  /** `limit`: stopped by the clock with the best found. */
  readonly status: 'optimal' | 'limit';
  readonly solver: 'network simplex' | 'LP' | 'MILP';
  readonly objective: Objective;
  readonly value: number;
  /** Proven: no plan of these pairs is worth more. */
  readonly bound: number;
  readonly gap: number;
  /** Of the whole plan; money after activation, opening and process costs. */
  readonly totals: Worth;
  readonly exchanges: readonly PlannedExchange[];
  readonly processes: readonly { readonly id: string; readonly activity: number; readonly open: boolean }[];
  /** Not zero, greatest first; of the relaxation at the chosen whole decisions for a MILP. */
  readonly prices: readonly ShadowPrice[];
}
