import type { Flow, KnowledgeBase, Limit, Measurement, Use } from '../../domain/index.ts';

/** Values of an output by parameter: declared ones, those that follow from them, its temperature and its hazard class. */
export type Quality = ReadonlyMap<string, Measurement>;

export function qualityOf(flow: Flow, knowledge: KnowledgeBase): Quality {
  const values = new Map(flow.measurements.map((m) => [m.parameter, m]));
  const add = (parameter: string, value: number | undefined, operator: Measurement['operator'] = '=') => {
    if (value !== undefined && !values.has(parameter)) values.set(parameter, { parameter, operator, value });
  };
  add('temperature_supply', flow.temperatureC);
  add('ru_class', flow.hazardClass);
  if (values.size === 0) return values;
  for (const { id, from, factor, offset } of derivationsOf(knowledge)) {
    const known = values.get(from);
    if (known) add(id, offset + factor * known.value, factor < 0 ? flipped(known.operator) : known.operator);
  }
  return values;
}

interface Derivation {
  readonly id: string;
  readonly from: string;
  readonly factor: number;
  readonly offset: number;
}

const derivations = new WeakMap<KnowledgeBase, readonly Derivation[]>();

function derivationsOf(knowledge: KnowledgeBase): readonly Derivation[] {
  let list = derivations.get(knowledge);
  if (!list) {
    list = [...knowledge.parameters.values()].flatMap(({ id, derived }) => (derived ?? []).map((d) => ({ id, ...d })));
    derivations.set(knowledge, list);
  }
  return list;
}

function flipped(operator: Measurement['operator']): Measurement['operator'] {
  return ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' } as const)[operator];
}

/** `met`, `failed`, or `unknown`: a declared "below 60" says nothing of a limit "below 50". */
export type Compliance = 'met' | 'failed' | 'unknown';

export function complies(
  declared: Measurement | undefined,
  operator: Measurement['operator'],
  limit: number,
): Compliance {
  if (declared === undefined) return 'unknown';
  const { value } = declared;
  if (declared.operator === '=') return holds(value, operator, limit) ? 'met' : 'failed';
  const below = declared.operator === '<' || declared.operator === '<=';
  const wantsBelow = operator === '<' || operator === '<=';
  if (operator === '=') return 'unknown';
  if (below === wantsBelow) return (below ? value <= limit : value >= limit) ? 'met' : 'unknown';
  return (below ? value <= limit : value >= limit) ? 'failed' : 'unknown';
}

function holds(value: number, operator: Measurement['operator'], limit: number): boolean {
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  if (operator === '>') return value > limit;
  if (operator === '>=') return value >= limit;
  return value === limit;
}

/** A limit that failed, with what was declared. */
export interface FailedLimit {
  readonly parameter: string;
  readonly declared: string;
  readonly wanted: string;
  readonly citation: string;
}

/** Outcome of all limits of one side: what failed, how many were asked and known. */
export interface LimitsOutcome {
  readonly failed: readonly FailedLimit[];
  readonly asked: number;
  readonly known: number;
  readonly missing: readonly string[];
}

/** A use's own gates, judged after its treatment. */
export function judgeUse(use: Use | undefined, quality: Quality): LimitsOutcome {
  return judgeLimits(use?.limits.filter((limit) => !limit.metByTreatment) ?? [], quality, 'after treatment');
}

/** A buyer's limits, judged on what is declared. `refusing`: parameters whose missing value refuses. */
export function judgeBuyer(
  measurements: readonly Measurement[],
  quality: Quality,
  refusing: ReadonlySet<string>,
): LimitsOutcome {
  const limits = measurements
    .filter((m) => m.parameter !== 'distance_road' && m.parameter !== 'distance_pipe')
    .map(
      (m): Limit => ({
        ...m,
        ifMissing: refusing.has(m.parameter) ? 'refuse' : 'neutral',
        metByTreatment: false,
        evidence: "estimate: the buyer's own limit",
      }),
    );
  return judgeLimits(limits, quality, "buyer's limit");
}

function judgeLimits(limits: readonly Limit[], quality: Quality, whose: string): LimitsOutcome {
  const failed: FailedLimit[] = [];
  const missing: string[] = [];
  for (const limit of limits) {
    const declared = quality.get(limit.parameter);
    const compliance = complies(declared, limit.operator, limit.value);
    if (compliance === 'unknown') missing.push(limit.parameter);
    if (compliance === 'failed' || (declared === undefined && limit.ifMissing === 'refuse'))
      failed.push({
        parameter: limit.parameter,
        declared: declared ? `${declared.parameter} ${declared.operator} ${declared.value}` : 'not declared',
        wanted: `${limit.parameter} ${limit.operator} ${limit.value} (${whose})`,
        citation: limit.evidence,
      });
  }
  return { failed, asked: limits.length, known: limits.length - missing.length, missing };
}
