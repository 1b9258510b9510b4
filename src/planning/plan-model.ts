import { SymbionError } from '../domain/index.ts';
import { pairKey } from './check.ts';
import type { LinearModel } from './highs.ts';
import {
  type AllocationOptions,
  type AllocationProblem,
  type LimitKind,
  OBJECTIVES,
  type Objective,
  type PlanArc,
  type PlanProcess,
} from './problem.ts';
import { ModelWriter } from './sparse.ts';

/** One row of the plan's model: which limit of whom it is. */
export interface LimitRow {
  readonly kind: LimitKind;
  readonly of: string;
  readonly lower: number;
  readonly upper: number;
}

/** The linear model of a plan with the meaning of its rows and columns. */
export interface PlanModel {
  readonly model: LinearModel;
  /** Usable arcs (blocked ones left out), column k carries `arcs[k]`. */
  readonly arcs: readonly PlanArc[];
  readonly processIds: readonly string[];
  /** Column of each process's activity. */
  readonly activity: readonly number[];
  /** Column of the yes/no of an arc or process, -1 without. */
  readonly arcUsed: Int32Array;
  readonly processOpen: Int32Array;
  readonly limits: readonly LimitRow[];
  /** Row that measures an objective from below. */
  readonly floorRow: ReadonlyMap<Objective, number>;
  /** What each column is worth. */
  readonly worth: Readonly<Record<Objective, Float64Array>>;
}

/**
 * Writes the plan as a linear model. `floors`: objectives that get a row even without a limit, so that a session can set one.
 * `boundsAsRows`: limits of single columns become rows, so that a conflict can name them.
 */
export function writePlan(
  problem: AllocationProblem,
  options: AllocationOptions,
  extra: { readonly floors?: readonly Objective[]; readonly boundsAsRows?: boolean } = {},
): PlanModel {
  return new PlanWriter(problem, options, extra.boundsAsRows === true).write(extra.floors ?? []);
}

class PlanWriter {
  private readonly writer = new ModelWriter();
  private readonly limits: LimitRow[] = [];
  private readonly worth: Record<Objective, number[]> = { money: [], co2: [], landfill: [], jobs: [] };
  private readonly spending: [column: number, eur: number][] = [];
  private readonly arcs: PlanArc[];
  private readonly arcUsed: Int32Array;
  private readonly most: Float64Array;
  private readonly problem: AllocationProblem;
  private readonly options: AllocationOptions;
  private readonly boundsAsRows: boolean;

  constructor(problem: AllocationProblem, options: AllocationOptions, boundsAsRows: boolean) {
    this.problem = problem;
    this.options = options;
    this.boundsAsRows = boundsAsRows;
    this.arcs = problem.arcs.filter((a) => a.blocked !== true);
    this.arcUsed = new Int32Array(this.arcs.length).fill(-1);
    this.most = mostPerArc(problem, this.arcs);
  }

  write(floors: readonly Objective[]): PlanModel {
    this.arcs.forEach((a) => {
      this.bounded(a.worth, a.capacity ?? Infinity, 'pair capacity', pairKey(a.output, a.demand));
    });
    const processes = this.problem.processes ?? [];
    const activity = processes.map((p) =>
      this.bounded(p.worth ?? {}, p.capacity ?? Infinity, 'process capacity', p.id),
    );
    this.writeSupplies(processes, activity);
    this.writeDemands();
    this.writeInputs(processes, activity);
    this.arcs.forEach((arc, k) => {
      this.writeUse(arc, k);
    });
    const processOpen = this.writeOpenings(processes, activity);
    this.writeWishes();
    if (this.options.budgetEur !== undefined) {
      const row = this.row('budget', 'EUR', Number.NEGATIVE_INFINITY, this.options.budgetEur);
      for (const [column, eur] of this.spending) this.writer.entry(row, column, eur);
    }
    const floorRow = this.writeFloors(floors);
    const worth = this.packWorth();
    return {
      model: { ...this.writer.toModel('max'), cost: worth[this.options.objective] },
      arcs: this.arcs,
      processIds: processes.map((p) => p.id),
      activity,
      arcUsed: this.arcUsed,
      processOpen,
      limits: this.limits,
      floorRow,
      worth,
    };
  }

  private row(kind: LimitKind, of: string, lower: number, upper: number): number {
    this.limits.push({ kind, of, lower, upper });
    return this.writer.row(lower, upper);
  }

  private column(worth: Partial<Record<Objective, number>>, upper: number, whole = false): number {
    for (const o of OBJECTIVES) this.worth[o].push(worth[o] ?? 0);
    return this.writer.column(0, 0, upper, whole);
  }

  private bounded(worth: Partial<Record<Objective, number>>, upper: number, kind: LimitKind, of: string): number {
    if (!this.boundsAsRows || upper === Infinity) return this.column(worth, upper);
    const column = this.column(worth, Infinity);
    this.writer.entry(this.row(kind, of, Number.NEGATIVE_INFINITY, upper), column, 1);
    return column;
  }

  private writeSupplies(processes: readonly PlanProcess[], activity: readonly number[]): void {
    const rows = new Map<string, number>();
    for (const o of this.problem.outputs)
      rows.set(o.id, this.row('supply', o.id, Number.NEGATIVE_INFINITY, o.available));
    this.arcs.forEach((a, k) => {
      this.writer.entry(rows.get(a.output)!, k, 1);
    });
    processes.forEach((p, i) => {
      for (const o of p.outputs) this.writer.entry(rows.get(o.output)!, activity[i]!, -o.yield);
    });
  }

  private writeDemands(): void {
    const rows = new Map<string, number>();
    for (const d of this.problem.demands) {
      if (d.wanted === Infinity) continue;
      const most = d.wanted * (d.shareAtMost ?? 1);
      const row = this.row('demand', d.id, Number.NEGATIVE_INFINITY, d.openingEur ? 0 : most);
      rows.set(d.id, row);
      if (d.openingEur) this.writer.entry(row, this.opening(d.openingEur), -most);
    }
    this.arcs.forEach((a, k) => {
      const row = rows.get(a.demand);
      if (row !== undefined) this.writer.entry(row, k, a.ratio);
    });
  }

  private opening(eur: number): number {
    const open = this.column({ money: -eur }, 1, true);
    this.spending.push([open, eur]);
    return open;
  }

  private writeInputs(processes: readonly PlanProcess[], activity: readonly number[]): void {
    const byDemand = new Map<string, number[]>();
    if (processes.length > 0)
      this.arcs.forEach((a, k) => {
        const list = byDemand.get(a.demand);
        if (list) list.push(k);
        else byDemand.set(a.demand, [k]);
      });
    processes.forEach((p, i) => {
      p.inputs.forEach((input, at) => {
        const row = this.row('process input', `${p.id}#${at + 1}`, Number.NEGATIVE_INFINITY, 0);
        this.writer.entry(row, activity[i]!, input.perUnit);
        for (const demand of input.demands)
          for (const k of byDemand.get(demand) ?? []) this.writer.entry(row, k, -(this.arcs[k]!.intoProcess ?? 1));
      });
    });
  }

  private writeUse(arc: PlanArc, k: number): void {
    const cost = arc.activationEur ?? 0;
    const lot = arc.minimumLot ?? 0;
    if (cost === 0 && lot === 0) return;
    const pair = pairKey(arc.output, arc.demand);
    const most = this.most[k]!;
    if (most === Infinity)
      throw new SymbionError('input', {
        en: `${pair}: a minimum lot or activation cost needs a known quantity on one side`,
        ru: `${pair}: для минимальной партии или стоимости запуска нужна известная величина на одной из сторон`,
      });
    const used = this.column({ money: -cost }, 1, true);
    this.arcUsed[k] = used;
    if (cost > 0) this.spending.push([used, cost]);
    const on = this.row('activation', pair, Number.NEGATIVE_INFINITY, 0);
    this.writer.entry(on, k, 1);
    this.writer.entry(on, used, -most);
    if (lot === 0) return;
    const least = this.row('minimum lot', pair, 0, Infinity);
    this.writer.entry(least, k, 1);
    this.writer.entry(least, used, -lot);
  }

  private writeOpenings(processes: readonly PlanProcess[], activity: readonly number[]): Int32Array {
    return Int32Array.from(processes, (p, i) => {
      const eur = p.openingEur ?? 0;
      if (eur === 0 || p.capacity === undefined) return -1;
      const open = this.opening(eur);
      const row = this.row('process capacity', p.id, Number.NEGATIVE_INFINITY, 0);
      this.writer.entry(row, activity[i]!, 1);
      this.writer.entry(row, open, -p.capacity);
      return open;
    });
  }

  private writeWishes(): void {
    if ((this.options.must?.length ?? 0) + (this.options.mustNot?.length ?? 0) === 0) return;
    const columns = new Map(this.arcs.map((a, k) => [pairKey(a.output, a.demand), k]));
    for (const wish of this.options.must ?? []) {
      const pair = pairKey(wish.output, wish.demand);
      const k = columns.get(pair)!;
      const usual = this.most[k] === Infinity ? 0 : this.most[k]! / 10;
      const least = wish.atLeast ?? (this.arcs[k]!.minimumLot || usual);
      this.writer.entry(this.row('must', pair, least, Infinity), k, 1);
    }
    for (const wish of this.options.mustNot ?? []) {
      const pair = pairKey(wish.output, wish.demand);
      const k = columns.get(pair);
      if (k !== undefined) this.writer.entry(this.row('must not', pair, Number.NEGATIVE_INFINITY, 0), k, 1);
    }
  }

  private writeFloors(asked: readonly Objective[]): Map<Objective, number> {
    const rows = new Map<Objective, number>();
    for (const o of OBJECTIVES) {
      const least = this.options.atLeast?.[o];
      if (least === undefined && !asked.includes(o)) continue;
      const row = this.row('at least', o, least ?? Number.NEGATIVE_INFINITY, Infinity);
      rows.set(o, row);
      this.worth[o].forEach((value, column) => {
        this.writer.entry(row, column, value);
      });
    }
    return rows;
  }

  private packWorth(): Record<Objective, Float64Array> {
    return {
      money: Float64Array.from(this.worth.money),
      co2: Float64Array.from(this.worth.co2),
      landfill: Float64Array.from(this.worth.landfill),
      jobs: Float64Array.from(this.worth.jobs),
    };
  }
}

/** The most each arc could carry: own capacity, the output with all that processes may add, the demand. */
export function mostPerArc(problem: AllocationProblem, arcs: readonly PlanArc[]): Float64Array {
  const supply = new Map(problem.outputs.map((o) => [o.id, o.available]));
  for (const p of problem.processes ?? [])
    for (const o of p.outputs)
      if (o.yield > 0) supply.set(o.output, (supply.get(o.output) ?? 0) + o.yield * (p.capacity ?? Infinity));
  const demand = new Map(problem.demands.map((d) => [d.id, d.wanted * (d.shareAtMost ?? 1)]));
  return Float64Array.from(arcs, (a) =>
    Math.min(a.capacity ?? Infinity, supply.get(a.output) ?? 0, (demand.get(a.demand) ?? 0) / a.ratio),
  );
}
