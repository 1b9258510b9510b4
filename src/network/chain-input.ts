import type { Dimension, KnowledgeBase, Match, Snapshot } from '../domain/index.ts';

/** What a chain may be best at: EUR a year, kg CO2e avoided a year, tonnes moved a year. */
export const CHAIN_GOALS = ['money', 'co2', 'tonnes'] as const;
export type ChainGoal = (typeof CHAIN_GOALS)[number];

/** Where a chain may go: anywhere, in one region, or over at least one border between regions, between countries. */
export const CHAIN_REACHES = ['anywhere', 'within-region', 'across-regions', 'across-borders'] as const;
export type ChainReach = (typeof CHAIN_REACHES)[number];

/** All that chains are made of. Matches without a quantity cannot carry a chain and are left out. */
export interface ChainInput {
  /** Open ones; blocked ones count when `blocked` is set. */
  readonly matches: readonly Match[];
  readonly snapshot: Snapshot;
  readonly knowledge: Pick<KnowledgeBase, 'materials' | 'uses' | 'processes' | 'rules' | 'blocs'>;
  /** ISO date that selects the rules. */
  readonly asOf: string;
  /** Use matches that only the regime refuses, marked. */
  readonly blocked?: boolean;
  /** Sites taken out ("what if this one closes"). */
  readonly switchedOff?: readonly string[];
  /** Only sites of this region (as the sites name it). */
  readonly region?: string;
  /** Default: anywhere. */
  readonly reach?: ChainReach;
  /** Jurisdictions of a country besides itself, for example `FI` -> `['EU']`; default: those of the knowledge base. */
  readonly blocsOf?: (country: string) => readonly string[];
}

/** What another input a process of the chain needs from elsewhere. */
export interface OutsideInput {
  readonly material: string;
  /** Per unit of the leading input. */
  readonly perUnit: number;
}

/** At one site: what is delivered to a demand becomes more of an output. */
export interface Conversion {
  readonly demand: string;
  readonly output: string;
  /** Processes passed at the site, in order. */
  readonly processes: readonly string[];
  /** Units of output per unit delivered. */
  readonly yield: number;
  readonly outside: readonly OutsideInput[];
}

/** One exchange of a chain with the quantities that really move. */
export interface ChainStep {
  /** From 1. */
  readonly n: number;
  /** Step that feeds this one; absent for the first. */
  readonly after?: number;
  readonly output: string;
  readonly demand: string;
  readonly fromSite: string;
  readonly toSite: string;
  readonly material: string;
  readonly use: string;
  /** Processes at the giving site that made the output from the step before. */
  readonly processes: readonly string[];
  readonly yield?: number;
  /** In `unit` a year: what moves in this chain. */
  readonly quantityPerYear: number;
  readonly unit: Dimension;
  /** What the pair alone could carry. */
  readonly pairQuantityPerYear: number;
  /** What limits the step: the giver's stream, the taker's need, or what the step before yields. */
  readonly bottleneck: 'supply' | 'demand' | 'yield';
  /** Made by the step before and not moved on. Absent for the first step. */
  readonly leftOverPerYear?: number;
  /** What the taker still needs from outside the chain, in the demand's dimension; absent when its need is unknown. */
  readonly takerNeedsMorePerYear?: number;
  /** Further inputs of the processes at the taker that feed later steps, units a year. */
  readonly outsideInputs: readonly { readonly material: string; readonly quantityPerYear: number }[];
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
  /** Countries when they differ. */
  readonly border?: { readonly from: string; readonly to: string };
  readonly regime: 'open' | 'blocked';
}

export type ChainShape = 'path' | 'tree';

/** Two or more exchanges joined by processes. */
export interface Chain {
  /** The pairs in order: `output>demand|output>demand`. */
  readonly id: string;
  readonly shape: ChainShape;
  /** True when it comes back to one of its sites. */
  readonly loop: boolean;
  readonly steps: readonly ChainStep[];
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
  /** Tonnes moved; other dimensions are not tonnes. */
  readonly tonnesPerYear: number;
  readonly sites: readonly string[];
  readonly companies: readonly string[];
  /** Steps that cross a border. */
  readonly borders: number;
  readonly regime: 'open' | 'blocked';
}
