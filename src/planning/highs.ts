import highsModule, { type Highs } from 'highs';
import { SymbionError } from '../domain/index.ts';

/** Column-wise sparse linear model. Bounds may be infinite. */
export interface LinearModel {
  readonly sense: 'min' | 'max';
  readonly columns: number;
  readonly rows: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** CSC: entries of column j are `starts[j] .. starts[j + 1] - 1`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** 1 = whole number. Absent = all continuous. */
  readonly integer?: Uint8Array;
}

export interface SolveOptions {
  /** Seconds, > 0. Default: none for LP. */
  readonly timeLimitSeconds?: number;
  /** Relative gap at which a MILP is taken as solved; default 1e-6. */
  readonly gap?: number;
  readonly seed?: number;
}

export interface LinearSolution {
  /** `limit`: stopped by time with the best found (feasible when `found`). */
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly found: boolean;
  readonly objective: number;
  /** Proven bound of the objective: equal to it when optimal. */
  readonly bound: number;
  /** |bound - objective| / max(1, |objective|). */
  readonly gap: number;
  readonly values: Float64Array;
  readonly activity: Float64Array;
  /** Change of the objective per unit of each row's binding bound; zeros for a MILP. */
  readonly rowDual: Float64Array;
  readonly reducedCost: Float64Array;
}

/** A model kept in the solver, so that changed bounds start warm. Dispose it. */
export interface LinearSession {
  solve(options?: SolveOptions): LinearSolution;
  setRow(row: number, lower: number, upper: number): void;
  setColumn(column: number, lower: number, upper: number): void;
  setCost(cost: Float64Array, sense: 'min' | 'max'): void;
  /** Gives a known feasible point to start from. */
  start(values: Float64Array): void;
  /** Rows that take part in a proof of infeasibility; all rows when the solver gives none. Only after `infeasible`. */
  suspects(): Int32Array;
  dispose(): void;
}

// the package's types describe its CommonJS half; at run time the default export is the loader itself
const loadHighs = highsModule as unknown as () => Promise<Highs>;
let loaded: Promise<Highs> | undefined;

/** Gives HiGHS (WebAssembly, one thread) the model. The solve itself blocks the thread: use a worker. */
export async function openLinear(model: LinearModel): Promise<LinearSession> {
  loaded ??= loadHighs();
  return openWith(await loaded, model.columns === 0 ? withOneColumn(model) : model);
}

/** HiGHS does not answer for a model without columns: give it one that is fixed at 0. */
function withOneColumn(model: LinearModel): LinearModel {
  const zero = new Float64Array(1);
  return { ...model, columns: 1, cost: zero, lower: zero, upper: zero, starts: new Int32Array(2) };
}

/** Opens, solves and disposes. */
export async function solveLinear(model: LinearModel, options: SolveOptions = {}): Promise<LinearSolution> {
  const session = await openLinear(model);
  try {
    return session.solve(options);
  } finally {
    session.dispose();
  }
}

function openWith(highs: Highs, model: LinearModel): LinearSession {
  const { status, objectiveSense } = nativeCodes(highs);
  const isMilp = model.integer?.some((x) => x === 1) ?? false;
  const native = highs.createModel({
    numCols: model.columns,
    numRows: model.rows,
    sense: objectiveSense(model.sense),
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csc',
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(isMilp && { integrality: Int32Array.from(model.integer!) }),
  });
  native.options.set({ output_flag: false });
  return {
    solve(options = {}) {
      native.options.set({
        time_limit: options.timeLimitSeconds ?? 1e9,
        mip_rel_gap: options.gap ?? 1e-6,
        random_seed: options.seed ?? 0,
      });
      native.zeroAllClocks();
      native.run();
      return readSolution(native, status(native.getModelStatus()), isMilp, model);
    },
    setRow: (row, lower, upper) => void native.changeRowBounds(row, lower, upper),
    setColumn: (column, lower, upper) => void native.changeColBounds(column, lower, upper),
    setCost(cost, sense) {
      native.changeObjectiveSense(objectiveSense(sense));
      for (let j = 0; j < cost.length; j++) native.changeColCost(j, cost[j]!);
    },
    start: (values) => void native.setSolution({ colValue: values }),
    suspects: () => findSuspects(native, model.rows),
    dispose: () => native.dispose(),
  };
}

type Native = ReturnType<Highs['createModel']>;

function nativeCodes(highs: Highs) {
  const codes = highs.constants.modelStatus;
  const known = new Map<number, LinearSolution['status']>([
    [codes.optimal, 'optimal'],
    [codes.empty, 'optimal'],
    [codes.infeasible, 'infeasible'],
    [codes.unbounded, 'unbounded'],
    [codes.unboundedOrInfeasible, 'infeasible'],
    [codes.timeLimit, 'limit'],
    [codes.iterationLimit, 'limit'],
    [codes.solutionLimit, 'limit'],
    [codes.interrupted, 'limit'],
  ]);
  return {
    status(code: number): LinearSolution['status'] {
      const status = known.get(code);
      if (status) return status;
      throw new SymbionError('internal', {
        en: `HiGHS ended with model status ${code}`,
        ru: `HiGHS завершился с состоянием модели ${code}`,
      });
    },
    objectiveSense: (sense: 'min' | 'max') =>
      sense === 'min' ? highs.constants.objectiveSense.minimize : highs.constants.objectiveSense.maximize,
  };
}

const NOTHING = {
  colValue: new Float64Array(0),
  colDual: new Float64Array(0),
  rowValue: new Float64Array(0),
  rowDual: new Float64Array(0),
};

function readSolution(
  native: Native,
  status: LinearSolution['status'],
  isMilp: boolean,
  model: LinearModel,
): LinearSolution {
  const objective = native.getObjectiveValue();
  const found = status === 'optimal' || (status === 'limit' && isMilp && Math.abs(objective) < 1e29);
  const solution = status === 'infeasible' ? NOTHING : native.getSolution();
  const bound = isMilp && found ? Number(native.info.get('mip_dual_bound')) : objective;
  const values = solution.colValue.length === model.columns ? solution.colValue : new Float64Array(model.columns);
  return {
    status,
    found,
    objective: found ? objective : Number.NaN,
    bound: found ? bound : Number.NaN,
    gap: found ? Math.abs(bound - objective) / Math.max(1, Math.abs(objective)) : Infinity,
    values,
    activity: solution.rowValue.length === model.rows ? solution.rowValue : new Float64Array(model.rows),
    rowDual: !isMilp && solution.rowDual.length === model.rows ? solution.rowDual : new Float64Array(model.rows),
    reducedCost:
      !isMilp && solution.colDual.length === model.columns ? solution.colDual : new Float64Array(model.columns),
  };
}

function findSuspects(native: Native, rows: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  try {
    const ray = native.getDualRay();
    if (!ray) return all;
    const touched = all.filter((i) => Math.abs(ray.values[i] ?? 0) > 1e-9);
    return touched.length > 0 ? touched : all;
  } catch {
    return all;
  }
}
