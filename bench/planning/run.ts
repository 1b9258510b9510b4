/**
 * Allocation on generated regions: as a flow against HiGHS alone, with processes and shares as an LP, with whole decisions
 * up to the time limit. `--arcs 1e5`, `--json`. Values are checked against each other in the same run.
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/domain/index.ts';
import {
  type AllocationProblem,
  allocate,
  type PlanArc,
  type PlanProcess,
  solveLinear,
  writePlan,
} from '../../src/planning/index.ts';
import { tell } from '../tell.ts';

const { values } = parseArgs({
  options: {
    arcs: { type: 'string', default: '1e5' },
    milp: { type: 'string', default: '3000' },
    json: { type: 'boolean', default: false },
  },
});

/** `arcs` / 20 outputs and as many demands, 20 takers an output. */
function drawRegion(arcs: number, seed: number): AllocationProblem {
  const random = seededRandom(seed);
  const n = Math.round(arcs / 20);
  const amount = () => Math.round(Math.exp(3 + 6 * random()));
  const pairs: PlanArc[] = [];
  for (let i = 0; i < n; i++) {
    const takers = new Set<number>();
    while (takers.size < Math.min(20, n)) takers.add(Math.floor(random() * n));
    for (const j of takers)
      pairs.push({
        output: `o${i}`,
        demand: `d${j}`,
        ratio: 1,
        worth: { money: Math.round(1e4 * (100 * random() - 10)) / 1e4, co2: 500 * random(), landfill: 1, jobs: 0 },
      });
  }
  return {
    outputs: Array.from({ length: n }, (_, i) => ({ id: `o${i}`, company: `o${i}`, available: amount(), unit: 't' })),
    demands: Array.from({ length: n }, (_, j) => ({ id: `d${j}`, company: `d${j}`, wanted: amount() })),
    arcs: pairs,
  };
}

/** Every tenth demand feeds a process whose product is every tenth output; needs may be met to 60 %; ratios differ. */
function withProcesses(problem: AllocationProblem, seed: number): AllocationProblem {
  const random = seededRandom(seed);
  const made = problem.outputs.filter((_, i) => i % 10 === 0);
  const processes = made.map(
    (o, i): PlanProcess => ({
      id: `p${i}`,
      company: `d${i * 10}`,
      inputs: [{ demands: [`d${i * 10}`], perUnit: 1 }],
      outputs: [{ output: o.id, yield: 0.2 + 0.6 * random() }],
    }),
  );
  const derived = new Set(made.map((o) => o.id));
  return {
    outputs: problem.outputs.map((o) => (derived.has(o.id) ? { ...o, available: 0 } : o)),
    demands: problem.demands.map((d) => ({ ...d, shareAtMost: 0.6 })),
    arcs: problem.arcs.map((a) => ({ ...a, ratio: 0.5 + random() })),
    processes,
  };
}

async function timed<T>(what: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now();
  const value = await what();
  return { value, seconds: (performance.now() - from) / 1000 };
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const arcs = Number(values.arcs);
const region = drawRegion(arcs, 1);

const highs = await timed(() => solveLinear(writePlan(region, { objective: 'money' }).model));
const flow = await timed(() => allocate(region, { objective: 'money' }));
tell(
  {
    case: `allocation as a flow, ${arcs} arcs, against HiGHS alone`,
    value: flow.seconds,
    unit: 's',
    baseline: highs.seconds,
    ratio: flow.seconds / highs.seconds,
    correct: flow.value.solver === 'network simplex' && isClose(flow.value.value, highs.value.objective),
  },
  values.json,
);

const chained = withProcesses(region, 2);
const linear = await timed(() => allocate(chained, { objective: 'money' }));
const again = await solveLinear(writePlan(chained, { objective: 'money' }).model);
const dual = linear.value.prices.reduce((s, p) => s + p.perUnit * limitOf(chained, p.kind, p.of), 0);
tell(
  {
    case: `allocation with processes, shares and ratios (LP), ${arcs} arcs`,
    value: linear.seconds,
    unit: 's',
    baseline: 20,
    ratio: linear.seconds / 20,
    // strong duality: the limits at their shadow prices are worth the plan
    correct:
      linear.value.solver === 'LP' && isClose(again.objective, linear.value.value) && isClose(dual, linear.value.value),
  },
  values.json,
);

function limitOf(problem: AllocationProblem, kind: string, of: string): number {
  if (kind === 'supply') return problem.outputs.find((o) => o.id === of)!.available;
  if (kind === 'demand') return problem.demands.find((d) => d.id === of)!.wanted * 0.6;
  return 0;
}

const small = drawRegion(Number(values.milp), 3);
const whole = { ...small, arcs: small.arcs.map((a) => ({ ...a, activationEur: 3000, minimumLot: 20 })) };
const milp = await timed(() => allocate(whole, { objective: 'money', timeLimitSeconds: 10 }));
tell(
  {
    case: `allocation with ${values.milp} whole decisions, stopped at 10 s; gap ${(100 * milp.value.gap).toFixed(2)} %`,
    value: milp.seconds,
    unit: 's',
    baseline: 10,
    ratio: milp.seconds / 10,
    correct: milp.value.value > 0 && milp.value.bound >= milp.value.value - 1e-6 && milp.seconds < 15,
  },
  values.json,
);
