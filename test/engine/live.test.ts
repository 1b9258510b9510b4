import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, Settings, Snapshot } from '../../src/domain/index.ts';
import {
  buildProblem,
  columnsOf,
  createLists,
  fillLists,
  IdTable,
  type ListTable,
  Live,
  openColumns,
  readList,
} from '../../src/engine/index.ts';
import { KNOWLEDGE, regions, settings, snapshots } from './world.ts';

const KINDS = ['open', 'blocked', 'hints'] as const;

function runOf(snapshot: Snapshot, of: Settings, reserve = 0) {
  const problem = buildProblem(snapshot, KNOWLEDGE, of);
  const { columns } = openColumns(columnsOf(problem, reserve));
  const lists = createLists(columns);
  let batch = 0;
  for (const _ of fillLists(columns, lists, () => batch++));
  const ids = {
    outputs: problem.outputs.map(({ flow }) => flow.id),
    demands: problem.demands.map(({ flow }) => flow.id),
  };
  return { problem, columns, lists, ids };
}

/** Lists of every flow by id, with scores and ways: what two runs are compared by. */
function told(
  lists: ListTable,
  ids: Record<'outputs' | 'demands', readonly string[]>,
  rowOf: (side: 'outputs' | 'demands', id: string) => number,
  idOf: (side: 'outputs' | 'demands', row: number) => string | undefined,
) {
  return (['outputs', 'demands'] as const).flatMap((side) =>
    ids[side].flatMap((id) =>
      KINDS.map((kind) => {
        const other = side === 'outputs' ? 'demands' : 'outputs';
        const list = readList(lists, side, kind, rowOf(side, id));
        return `${side} ${id} ${kind}: ${list.map((e) => `${idOf(other, e.partner)} ${e.score} ${e.way}`).join(', ')}`;
      }),
    ),
  );
}

interface Following {
  readonly young?: number;
  readonly reserve?: number;
}

function opened(snapshot: Snapshot, of: Settings, { young, reserve }: Following = {}): Live {
  const { problem, columns, lists, ids } = runOf(snapshot, of, reserve);
  const tables = { outputs: IdTable.of(ids.outputs), demands: IdTable.of(ids.demands) };
  return new Live(problem, columns, lists, tables, young === undefined ? {} : { young });
}

function apply(live: Live, before: Snapshot, after: Snapshot) {
  const old = new Map(before.flows.map((flow) => [flow.id, flow]));
  const fresh = new Map(after.flows.map((flow) => [flow.id, flow]));
  const sites = new Map(after.sites.map((site) => [site.id, site]));
  const companies = new Map(after.companies.map((company) => [company.id, company]));
  const put = after.flows
    .filter((flow) => old.get(flow.id) !== flow)
    .map((flow) => ({ flow, site: sites.get(flow.siteId), company: companies.get(flow.companyId) }));
  const steps = live.apply({ put, remove: before.flows.map(({ id }) => id).filter((id) => !fresh.has(id)) });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value!;
}

function ofWhole(snapshot: Snapshot, of: Settings) {
  const { lists, ids } = runOf(snapshot, of);
  const place = {
    outputs: new Map(ids.outputs.map((id, row) => [id, row])),
    demands: new Map(ids.demands.map((id, row) => [id, row])),
  };
  return told(
    lists,
    ids,
    (side, id) => place[side].get(id)!,
    (side, row) => ids[side][row],
  );
}

const singular = { outputs: 'output', demands: 'demand' } as const;
const ofLive = (live: Live, ids: Parameters<typeof told>[1]) =>
  told(
    live.lists,
    ids,
    (side, id) => live.rowOf(singular[side], id)!,
    (side, row) => live.idOf(singular[side], row),
  );

type Script = {
  readonly start: Snapshot;
  readonly pool: Snapshot;
  readonly edits: readonly { readonly flows: readonly Edit[] }[];
};

/** Edits of one region: what a flow becomes is drawn from another region of the same places; unknown ids are added, some are removed. */
const scripts = (starts: fc.Arbitrary<Snapshot>): fc.Arbitrary<Script> =>
  fc.record({
    start: starts,
    edits: fc.array(
      fc.record({
        flows: fc.array(
          fc.record({
            id: fc.nat(60),
            become: fc.nat(200),
            add: fc.boolean(),
            remove: fc.constantFrom(false, false, true),
          }),
          { minLength: 1, maxLength: 6 },
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    pool: snapshots.filter(({ flows }) => flows.length > 0),
  });

type Edit = { readonly id: number; readonly become: number; readonly add: boolean; readonly remove: boolean };

function edited(snapshot: Snapshot, edits: readonly Edit[], pool: readonly Flow[]): Snapshot {
  const flows = new Map(snapshot.flows.map((flow) => [flow.id, flow]));
  for (const { id, become, add, remove } of edits) {
    const known = [...flows.keys()];
    // `f07x` comes between `f07` and `f08`
    const name =
      add || known.length === 0 ? `f${String(id % 40).padStart(2, '0')}x${become % 7}` : known[id % known.length]!;
    if (remove) {
      flows.delete(name);
      continue;
    }
    const model = pool[become % pool.length]!;
    const site = snapshot.sites[become % snapshot.sites.length]!;
    flows.set(name, { ...model, id: name, siteId: site.id, companyId: site.companyId });
  }
  return { ...snapshot, flows: [...flows.values()] };
}

/** Applies a script, step by step compared with a whole run. */
function follow({ start, edits, pool }: Script, of: Settings, following?: Following): void {
  const live = opened(start, of, following);
  let now = start;
  for (const { flows } of edits) {
    const next = edited(now, flows, pool.flows);
    apply(live, now, next);
    now = next;
    expect(ofLive(live, runOf(now, of).ids)).toEqual(ofWhole(now, of));
  }
}

describe('live lists', () => {
  it('are those of a whole run after any script of edits', () => {
    fc.assert(
      fc.property(scripts(snapshots), settings, fc.nat(3), (script, of, reserve) => follow(script, of, { reserve })),
      { numRuns: 400 },
    );
  });

  it('are so too in regions of hundreds of flows, and when what came joins the larger trees', () => {
    const following = fc.record({ young: fc.integer({ min: 0, max: 3 }), reserve: fc.nat(3) });
    fc.assert(fc.property(scripts(regions), settings, following, follow), { numRuns: 25 });
  });

  it('takes ten thousand changes as one batch', () => {
    const [start] = fc.sample(regions, { numRuns: 1, seed: 4 });
    const [of] = fc.sample(settings, { numRuns: 1, seed: 4 });
    const edits = Array.from({ length: 10_000 }, (_, i) => ({
      id: i,
      become: i * 7,
      add: i % 3 > 0,
      remove: i % 5 === 0,
    }));
    follow({ start: start!, edits: [{ flows: edits }], pool: start! }, of!);
  });

  it('reaches the lists that a flow enters or leaves, and no other', () => {
    fc.assert(
      fc.property(scripts(regions), settings, fc.nat(3), ({ start, edits, pool }, of, reserve) => {
        const live = opened(start, of, { reserve });
        const next = edited(start, edits[0]!.flows, pool.flows);
        const before = new Set(ofWhole(start, of));
        const { outputs, demands } = apply(live, start, next);
        const reached = [
          ...outputs.map((row) => `outputs ${live.idOf('output', row)}`),
          ...demands.map((row) => `demands ${live.idOf('demand', row)}`),
        ];
        const after = ofWhole(next, of);
        const ownerOf = (line: string) => line.split(' ').slice(0, 2).join(' ');
        const changed = after.filter((line) => !before.has(line));
        for (const line of changed) expect(reached).toContain(ownerOf(line));

        const old = new Map(start.flows.map((flow) => [flow.id, flow]));
        const putIds = next.flows.filter((flow) => old.get(flow.id) !== flow).map(({ id }) => id);
        const names = (line: string) => putIds.some((id) => line.includes(` ${id} `));
        const concerned = new Set([...changed, ...after.filter(names)].map(ownerOf));
        for (const owner of reached) expect(concerned).toContain(owner);
      }),
      { numRuns: 25 },
    );
  });
});
