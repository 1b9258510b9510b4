import { type Issue, SymbionError, type Veto } from '../domain/index.ts';
import { type AllocationOptions, type AllocationProblem, OBJECTIVES, type PlanArc, type Wish } from './problem.ts';

/** Key of a pair in texts and maps. */
export const pairKey = (output: string, demand: string): string => `${output}>${demand}`;

/** Throws `input` with every problem found, not only the first. */
export function checkAllocation(problem: AllocationProblem, options: AllocationOptions): void {
  const issues = [...checkOptions(options), ...checkNumbers(problem), ...checkWishes(problem, options)];
  if (issues.length > 0)
    throw new SymbionError(
      'input',
      {
        en: `The plan cannot be computed: ${issues.map((i) => `${i.column ?? ''} ${i.found ?? ''}: ${i.wanted.en}`.trim()).join('; ')}`,
        ru: `План нельзя рассчитать: ${issues.map((i) => `${i.column ?? ''} ${i.found ?? ''}: ${i.wanted.ru}`.trim()).join('; ')}`,
      },
      { issues },
    );
}

function issue(column: string, found: unknown, en: string, ru: string): Issue {
  return { column, found: String(found), wanted: { en, ru }, severity: 'error' };
}

function checkOptions(o: AllocationOptions): Issue[] {
  const issues: Issue[] = [];
  const known = (x: string) => (OBJECTIVES as readonly string[]).includes(x);
  const wanted: [string, string] = [`one of ${OBJECTIVES.join(', ')}`, `одно из: ${OBJECTIVES.join(', ')}`];
  if (!known(o.objective)) issues.push(issue('objective', o.objective, ...wanted));
  for (const [name, value] of Object.entries(o.atLeast ?? {})) {
    if (!known(name)) issues.push(issue('atLeast', name, ...wanted));
    else if (!Number.isFinite(value)) issues.push(issue(`atLeast ${name}`, value, 'a number', 'число'));
  }
  if (o.timeLimitSeconds !== undefined && !(o.timeLimitSeconds > 0))
    issues.push(issue('timeLimitSeconds', o.timeLimitSeconds, 'more than 0 seconds', 'больше 0 секунд'));
  if (o.gap !== undefined && !(o.gap >= 0)) issues.push(issue('gap', o.gap, '0 or more', '0 или больше'));
  if (o.budgetEur !== undefined && !(o.budgetEur >= 0))
    issues.push(issue('budgetEur', o.budgetEur, '0 EUR or more', '0 евро или больше'));
  return issues;
}

function checkNumbers(p: AllocationProblem): Issue[] {
  const issues: Issue[] = [];
  const notNegative = (column: string, of: string, value: number | undefined) => {
    if (value !== undefined && !(value >= 0))
      issues.push(issue(column, `${of}: ${value}`, '0 or more', '0 или больше'));
  };
  const outputs = new Set(p.outputs.map((o) => o.id));
  const demands = new Set(p.demands.map((d) => d.id));
  for (const o of p.outputs) notNegative('available', o.id, o.available);
  for (const d of p.demands) {
    notNegative('wanted', d.id, d.wanted);
    notNegative('openingEur', d.id, d.openingEur);
    if (d.shareAtMost !== undefined && !(d.shareAtMost >= 0 && d.shareAtMost <= 1))
      issues.push(issue('shareAtMost', `${d.id}: ${d.shareAtMost}`, 'a share from 0 to 1', 'доля от 0 до 1'));
  }
  for (const a of p.arcs) {
    const pair = pairKey(a.output, a.demand);
    notNegative('capacity', pair, a.capacity);
    notNegative('minimumLot', pair, a.minimumLot);
    notNegative('activationEur', pair, a.activationEur);
    if (!(a.ratio > 0)) issues.push(issue('ratio', `${pair}: ${a.ratio}`, 'more than 0', 'больше 0'));
    if (!outputs.has(a.output)) issues.push(issue('output', a.output, 'a known output', 'известный выход'));
    if (!demands.has(a.demand)) issues.push(issue('demand', a.demand, 'a known demand', 'известная потребность'));
  }
  for (const process of p.processes ?? []) {
    notNegative('capacity', process.id, process.capacity);
    notNegative('openingEur', process.id, process.openingEur);
    for (const input of process.inputs)
      if (!(input.perUnit > 0))
        issues.push(issue('perUnit', `${process.id}: ${input.perUnit}`, 'more than 0', 'больше 0'));
    for (const output of process.outputs) {
      notNegative('yield', `${process.id} ${output.output}`, output.yield);
      if (!outputs.has(output.output)) issues.push(issue('output', output.output, 'a known output', 'известный выход'));
    }
    if (process.openingEur !== undefined && process.openingEur > 0 && process.capacity === undefined)
      issues.push(
        issue('capacity', process.id, 'a capacity, as it has an opening cost', 'мощность, раз есть стоимость открытия'),
      );
  }
  return issues;
}

function checkWishes(p: AllocationProblem, o: AllocationOptions): Issue[] {
  if ((o.must?.length ?? 0) + (o.mustNot?.length ?? 0) === 0) return [];
  const arcs = new Map<string, PlanArc>();
  for (const a of p.arcs) arcs.set(pairKey(a.output, a.demand), a);
  const forbidden = new Set((o.mustNot ?? []).map((w) => pairKey(w.output, w.demand)));
  const known = new Set([...p.outputs.map((x) => x.id), ...p.demands.map((x) => x.id)]);
  const issues: Issue[] = [];
  for (const wish of [...(o.must ?? []), ...(o.mustNot ?? [])])
    for (const id of [wish.output, wish.demand])
      if (!known.has(id) && !o.judge) issues.push(issue('wish', id, 'a known flow', 'известный поток'));
  for (const wish of o.must ?? []) issues.push(...checkMust(wish, arcs, forbidden, o));
  return issues;
}

function checkMust(
  wish: Wish,
  arcs: ReadonlyMap<string, PlanArc>,
  forbidden: ReadonlySet<string>,
  o: AllocationOptions,
): Issue[] {
  const key = pairKey(wish.output, wish.demand);
  const arc = arcs.get(key);
  if (!arc) {
    const vetoes = o.judge?.(wish.output, wish.demand) ?? [];
    if (vetoes.length === 0) return [issue('must', key, 'a pair that is a match', 'пара, которая подобрана')];
    return vetoes.map((v) => issue('must', key, `not possible: ${vetoText(v)}`, `невозможно: ${vetoText(v)}`));
  }
  if (arc.blocked) {
    const vetoes = o.judge?.(wish.output, wish.demand) ?? [];
    const why = vetoes.length > 0 ? `: ${vetoes.map(vetoText).join(', ')}` : '';
    return [issue('must', key, `not possible, blocked by the regime${why}`, `невозможно, запрещено режимом${why}`)];
  }
  const issues: Issue[] = [];
  if (forbidden.has(key)) issues.push(issue('must', key, 'not also in mustNot', 'не одновременно в mustNot'));
  if (wish.atLeast !== undefined && !(wish.atLeast >= 0))
    issues.push(issue('must', `${key}: ${wish.atLeast}`, 'a quantity of 0 or more', 'количество 0 или больше'));
  return issues;
}

const vetoText = (v: Veto): string => `${v.rule} (${v.left} / ${v.right}; ${v.citation})`;
