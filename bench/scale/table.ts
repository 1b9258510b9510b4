import { CONTINENT, COUNTRY, MACHINE, MEASURED, MEASURED_HALO } from './constants.ts';
import { cut, type Plan, simulate } from './simulate.ts';

/** Seconds in which a run of any size should end: as one waits for it, and over night. */
const [HOUR, NIGHT] = [3600, 8 * 3600];

/** The table of docs/scale.md: `npm run scale`. */
export function continentTable(): string {
  const rows = [1e6, 1e7, 1e8, 1e9].map((flows) =>
    rowOf(...([HOUR, NIGHT].map((wished) => simulate(flows, CONTINENT, MACHINE, wished, MEASURED)) as [Plan, Plan])),
  );
  const head = [
    'flows',
    'a shard searches',
    'shards',
    'it holds at most',
    'held / searched',
    'memory',
    'of which columns',
  ];
  return table([...head, 'core hours', 'traffic', 'matches', 'machines, time', 'over night'], rows);
}

/** The model's halo beside the measured one. */
export function haloTable(): string {
  const flows = 1e5;
  const rows = MEASURED_HALO.map(({ parts, heldPerOwn }) => {
    const [area] = cut(flows, flows / parts, COUNTRY, MEASURED);
    return [String(parts), heldPerOwn.toFixed(1), (area!.held / area!.own).toFixed(1)];
  });
  return table(['shards', 'measured held / searched', 'model'], rows);
}

function rowOf(plan: Plan, night: Plan): string[] {
  return [
    plan.flows.toExponential(0).replace('e+', 'e'),
    count(plan.shardSize),
    count(plan.shards),
    count(plan.heldMost),
    plan.heldPerOwn.toFixed(1),
    bytes(plan.memoryBytes),
    bytes(plan.columnBytes),
    plan.coreHours < 10 ? plan.coreHours.toPrecision(2) : count(plan.coreHours),
    bytes(plan.trafficBytes),
    count(plan.matches),
    `${plan.machines}, ${time(plan.wallSeconds)}`,
    `${night.machines}, ${time(night.wallSeconds)}`,
  ];
}

function time(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Two figures that count: nothing here is known better. */
function count(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en');
}

function bytes(value: number): string {
  for (const [unit, size] of [
    ['TB', 1e12],
    ['GB', 1e9],
    ['MB', 1e6],
  ] as const)
    if (value >= size) return `${Number((value / size).toPrecision(2))} ${unit}`;
  return `${value} B`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---:'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

if (import.meta.main) console.log(`${continentTable()}\n\n${haloTable()}`);
