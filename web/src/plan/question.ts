import { address } from '../state/address.ts';

export const GOALS = ['money', 'co2', 'landfill'] as const;
export type Goal = (typeof GOALS)[number];

/** What is imagined, as it stands in the address. */
export interface WhatIf {
  readonly switchedOff?: readonly string[];
  readonly plants?: readonly {
    readonly process: string;
    readonly site: string;
    readonly capacityPerYear: number;
    readonly capexEur?: number;
  }[];
  readonly prices?: Readonly<Record<string, number>>;
}

const POINTS = 7;
const TRIALS = 100;

export function readWhatIf(): WhatIf {
  try {
    return JSON.parse(address.value.whatIf ?? '{}') as WhatIf;
  } catch {
    return {};
  }
}

/** For the address; nothing when nothing is imagined. */
export function tellWhatIf(whatIf: WhatIf): string | undefined {
  const set = Object.fromEntries(Object.entries(whatIf).filter(([, value]) => Object.keys(value).length > 0));
  return Object.keys(set).length > 0 ? JSON.stringify(set) : undefined;
}

export function goalOf(told: string | undefined): Goal {
  return GOALS.find((goal) => goal === told) ?? 'money';
}

export function againstOf(goal: Goal, told: string | undefined): Goal {
  const other = GOALS.find((word) => word === told && word !== goal);
  return other ?? (goal === 'co2' ? 'money' : 'co2');
}

/** The plan that the address asks for. */
export function planQuestion(): object {
  const { by, against, budget, sure, region, whatIf } = address.value;
  const objective = goalOf(by);
  return {
    objective,
    front: { against: againstOf(objective, against), points: POINTS },
    ...(Number(budget) > 0 && { budgetEur: Number(budget) }),
    ...(sure && { uncertainty: { trials: TRIALS } }),
    ...(region && { region }),
    ...(whatIf && { whatIf: readWhatIf() }),
  };
}
