import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FlowProblem, type LocationProblem, locate, solveFlow } from '../../src/planning/index.ts';

const shared = path.resolve(import.meta.dirname, '../..', process.env.SYMBION_SHARED ?? '../shared', 'data');
const has = existsSync(shared);

/** DIMACS .min; lower bounds must be 0. */
function readDimacs(text: string): FlowProblem {
  let supply = new Float64Array(0);
  const arcs: number[][] = [];
  for (const line of text.split('\n')) {
    const [kind, ...rest] = line.trim().split(/\s+/);
    const numbers = rest.map(Number);
    if (kind === 'p') supply = new Float64Array(numbers[1]!);
    if (kind === 'n') supply[numbers[0]! - 1] = numbers[1]!;
    if (kind === 'a') arcs.push(numbers);
  }
  expect(arcs.every((a) => a[2] === 0)).toBe(true);
  return {
    nodes: supply.length,
    supply,
    tail: Int32Array.from(arcs, (a) => a[0]! - 1),
    head: Int32Array.from(arcs, (a) => a[1]! - 1),
    capacity: Float64Array.from(arcs, (a) => a[3]!),
    cost: Float64Array.from(arcs, (a) => a[4]!),
  };
}

/** OR-Library capNN: fixed costs and capacities, then per customer its demand and the cost of the whole of it from each place. */
function readWarehouses(text: string): LocationProblem {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [m, n] = [numbers[0]!, numbers[1]!];
  let at = 2;
  const facilities = Array.from({ length: m }, (_, i) => ({
    id: `W${i + 1}`,
    capacity: numbers[at++]!,
    fixedCost: numbers[at++]!,
  }));
  const clients: { id: string; quantity: number }[] = [];
  const links: { facility: number; client: number; costPerUnit: number }[] = [];
  for (let c = 0; c < n; c++) {
    const quantity = numbers[at++]!;
    clients.push({ id: `C${c + 1}`, quantity });
    for (let i = 0; i < m; i++) links.push({ facility: i, client: c, costPerUnit: numbers[at++]! / quantity });
  }
  return { facilities, clients, links, serveAll: true };
}

const rowsOf = (file: string) =>
  readFileSync(path.join(shared, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

describe.skipIf(!has)('published min-cost flows (shared data)', () => {
  const cases = has ? rowsOf('mcf/mcf_optima.csv') : [];
  const present = cases.filter(([file]) => existsSync(path.join(shared, 'mcf', file!)));
  it.each(present.map((c) => [c[0]!, Number(c[5])] as const))('%s costs %d', (file, optimum) => {
    const answer = solveFlow(readDimacs(readFileSync(path.join(shared, 'mcf', file), 'utf8')));
    expect([answer.status, answer.cost]).toEqual(['optimal', optimum]);
  });
});

describe.skipIf(!has)('warehouses of the OR-Library (shared data)', () => {
  const cases = has ? rowsOf('orlib_cwlp/cap_optima.csv') : [];
  const present = cases.filter(([file]) => existsSync(path.join(shared, 'orlib_cwlp', file!)));
  it.each(present.map((c) => [c[0]!, Number(c[3])] as const))('%s costs %d', async (file, optimum) => {
    const plan = await locate(readWarehouses(readFileSync(path.join(shared, 'orlib_cwlp', file), 'utf8')));
    expect(plan.status).toBe('optimal');
    expect(Math.abs(plan.cost - optimum) / optimum).toBeLessThan(1e-6);
  });
});
