import { SymbionError } from '../domain/index.ts';
import { type SolveOptions, solveLinear } from './highs.ts';
import { ModelWriter } from './sparse.ts';

/** A place where something could be opened. Quantities in one unit for all. */
export interface Facility {
  readonly id: string;
  /** Quantity a year; Infinity = no limit. */
  readonly capacity: number;
  /** Cost a year of having it, whatever its use. */
  readonly fixedCost: number;
  /** Instead of `fixedCost` where the cost depends on the quantity: one of these sizes, rising and without a hole from 0 to the capacity. */
  readonly sizes?: readonly FacilitySize[];
}

/** Sizes whose cost a year follows one line: `fixedCost + costPerUnit x quantity`. */
export interface FacilitySize {
  readonly from: number;
  readonly to: number;
  readonly fixedCost: number;
  readonly costPerUnit: number;
}

export interface Client {
  readonly id: string;
  readonly quantity: number;
}

/** Serving `client` from `facility`, by position in the lists. A negative cost is a benefit. */
export interface ServiceLink {
  readonly facility: number;
  readonly client: number;
  readonly costPerUnit: number;
}

export interface LocationProblem {
  readonly facilities: readonly Facility[];
  readonly clients: readonly Client[];
  readonly links: readonly ServiceLink[];
  /** True: every client's whole quantity is served (classic form). False: only what pays. */
  readonly serveAll: boolean;
}

export interface LocationPlan {
  readonly status: 'optimal' | 'limit' | 'infeasible' | 'greedy';
  readonly cost: number;
  /** Proven lower bound of the cost. */
  readonly bound: number;
  /** |cost - bound| / max(1, |cost|). */
  readonly gap: number;
  /** Positions of the open facilities, ascending. */
  readonly open: readonly number[];
  /** Quantity per link. */
  readonly quantity: Float64Array;
}

/**
 * Capacitated facility location, clients may be split (J. E. Beasley's OR-Library form). Exact by HiGHS up to the time limit.
 * The rows `served <= quantity x open` per link make the relaxation strong.
 */
export async function locate(problem: LocationProblem, options: SolveOptions = {}): Promise<LocationPlan> {
  checkLocation(problem);
  const { model, openColumn, linkColumn } = writeLocation(problem);
  const solution = await solveLinear(model, { gap: 1e-9, ...options });
  const quantity = Float64Array.from(linkColumn, (j) => (solution.found ? Math.max(0, solution.values[j]!) : 0));
  const open = problem.facilities.flatMap((_, i) => (solution.values[openColumn[i]!]! > 0.5 ? [i] : []));
  return {
    status: solution.status === 'unbounded' ? 'infeasible' : solution.status,
    cost: solution.objective,
    bound: solution.bound,
    gap: solution.gap,
    open: solution.found ? open : [],
    quantity,
  };
}

function checkLocation(p: LocationProblem): void {
  const issues = [
    ...p.facilities
      .filter((f) => !(f.capacity >= 0))
      .map((f) => ({
        found: `${f.id}: ${f.capacity}`,
        wanted: { en: 'a capacity of 0 or more', ru: 'мощность 0 или больше' },
        severity: 'error' as const,
      })),
    ...p.clients
      .filter((c) => !(c.quantity >= 0))
      .map((c) => ({
        found: `${c.id}: ${c.quantity}`,
        wanted: { en: 'a quantity of 0 or more', ru: 'количество 0 или больше' },
        severity: 'error' as const,
      })),
  ];
  if (issues.length > 0)
    throw new SymbionError(
      'input',
      { en: 'The location problem has bad numbers', ru: 'В задаче размещения неверные числа' },
      { issues },
    );
}

function writeLocation(p: LocationProblem, relaxed = false) {
  const writer = new ModelWriter();
  const openColumn = p.facilities.map((f) => writer.column(f.sizes ? 0 : f.fixedCost, 0, 1, !relaxed && !f.sizes));
  const linkColumn = p.links.map((l) => writer.column(l.costPerUnit, 0, p.clients[l.client]!.quantity));
  const clientRow = p.clients.map((c) => writer.row(p.serveAll ? c.quantity : 0, c.quantity));
  const facilityRow = p.facilities.map((f, i) => {
    if (f.sizes) return writeSizes(writer, f.sizes, openColumn[i]!, relaxed);
    if (f.capacity === Infinity) return -1;
    const row = writer.row(-Infinity, 0);
    writer.entry(row, openColumn[i]!, -f.capacity);
    return row;
  });
  p.links.forEach((l, k) => {
    const column = linkColumn[k]!;
    writer.entry(clientRow[l.client]!, column, 1);
    if (facilityRow[l.facility]! >= 0) writer.entry(facilityRow[l.facility]!, column, 1);
    const row = writer.row(-Infinity, 0);
    writer.entry(row, column, 1);
    writer.entry(row, openColumn[l.facility]!, -p.clients[l.client]!.quantity);
  });
  return { model: writer.toModel('min'), openColumn, linkColumn };
}

/** One size or none is had, and what is served lies within it. Returns the row that sums what is served. */
function writeSizes(writer: ModelWriter, sizes: readonly FacilitySize[], openColumn: number, relaxed: boolean): number {
  const isOpen = writer.row(0, 0);
  const served = writer.row(0, 0);
  writer.entry(isOpen, openColumn, -1);
  for (const { from, to, fixedCost, costPerUnit } of sizes) {
    const had = writer.column(fixedCost, 0, 1, !relaxed);
    const quantity = writer.column(costPerUnit, 0, to);
    writer.entry(isOpen, had, 1);
    writer.entry(served, quantity, -1);
    const most = writer.row(-Infinity, 0);
    writer.entry(most, quantity, 1);
    writer.entry(most, had, -to);
    const least = writer.row(0, Infinity);
    writer.entry(least, quantity, 1);
    writer.entry(least, had, -from);
  }
  return served;
}

/** What it costs a year to have the facility serve so much. */
function costOf({ sizes, fixedCost }: Facility, quantity: number): number {
  if (!sizes) return fixedCost;
  const size = sizes.find(({ to }) => quantity <= to) ?? sizes.at(-1);
  return size ? size.fixedCost + size.costPerUnit * quantity : 0;
}

/**
 * For cases too large for `locate`, only with `serveAll: false`: opens the facility that saves most until none saves, then
 * closes those that no longer pay. The gap is proven against the linear relaxation.
 */
export async function locateGreedily(problem: LocationProblem, options: SolveOptions = {}): Promise<LocationPlan> {
  checkLocation(problem);
  if (problem.serveAll)
    throw new SymbionError('input', {
      en: 'Greedy siting needs serveAll: false',
      ru: 'Жадному размещению нужно serveAll: false',
    });
  const chosen = openByGain(problem);
  const { cost, quantity } = assignByGain(problem, chosen);
  const relaxation = await solveLinear(writeLocation(problem, true).model, options);
  const bound = relaxation.status === 'optimal' ? relaxation.objective : Number.NEGATIVE_INFINITY;
  return {
    status: 'greedy',
    cost,
    bound,
    gap: Math.abs(cost - bound) / Math.max(1, Math.abs(cost)),
    open: [...chosen].sort((a, b) => a - b),
    quantity,
  };
}

function openByGain(p: LocationProblem): Set<number> {
  const chosen = new Set<number>();
  let best = 0;
  for (;;) {
    let gain = -1e-9;
    let next = -1;
    for (let i = 0; i < p.facilities.length; i++) {
      if (chosen.has(i)) continue;
      const change = assignByGain(p, new Set([...chosen, i])).cost - best;
      if (change < gain) {
        gain = change;
        next = i;
      }
    }
    if (next < 0) break;
    chosen.add(next);
    best += gain;
  }
  for (const i of [...chosen]) {
    const without = new Set([...chosen].filter((x) => x !== i));
    const cost = assignByGain(p, without).cost;
    if (cost > best) continue;
    chosen.delete(i);
    best = cost;
  }
  return chosen;
}

/** Serves by rising cost per unit while both sides have something left; every open facility's fixed cost is paid. */
function assignByGain(p: LocationProblem, open: ReadonlySet<number>): { cost: number; quantity: Float64Array } {
  const quantity = new Float64Array(p.links.length);
  const left = p.clients.map((c) => c.quantity);
  const room = p.facilities.map((f) => f.capacity);
  const served = new Float64Array(p.facilities.length);
  let cost = 0;
  for (const k of orderOf(p)) {
    const { facility, client, costPerUnit } = p.links[k]!;
    if (costPerUnit >= 0) break;
    if (!open.has(facility) || costPerUnit + (p.facilities[facility]!.sizes?.at(-1)?.costPerUnit ?? 0) >= 0) continue;
    const moved = Math.min(left[client]!, room[facility]!);
    if (moved <= 0) continue;
    quantity[k] = moved;
    served[facility] = served[facility]! + moved;
    left[client] = left[client]! - moved;
    room[facility] = room[facility]! - moved;
    cost += moved * costPerUnit;
  }
  for (const i of open) cost += costOf(p.facilities[i]!, served[i]!);
  return { cost, quantity };
}

const orders = new WeakMap<LocationProblem, Int32Array>();

function orderOf(p: LocationProblem): Int32Array {
  let order = orders.get(p);
  if (!order) {
    order = Int32Array.from(p.links, (_, k) => k).sort(
      (a, b) => p.links[a]!.costPerUnit - p.links[b]!.costPerUnit || a - b,
    );
    orders.set(p, order);
  }
  return order;
}
