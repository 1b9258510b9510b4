import { compareIds, type Flow, type Run, type Snapshot } from '../../domain/index.ts';
import { ContentSum } from '../../store/content.ts';
import type { Store } from '../../store/port.ts';
import { withoutVersion } from '../region/region.ts';
import { hashOfRow } from '../region/snapshot-content.ts';

/** Flows read at once. */
const PAGE = 10_000;

/** Loads what a run was computed of, also when flows are written meanwhile. */
export class RunSnapshot {
  readonly #store: Store;
  /** Flows as they stood before they were written; undefined = there was none of this id. */
  readonly #before = new Map<string, Flow | undefined>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** To be called before flows are written. */
  async writing(ids: readonly string[]): Promise<void> {
    const stored = await readFlows(this.#store, ids);
    for (const id of ids) if (!this.#before.has(id)) this.#before.set(id, stored.get(id));
  }

  /** Undefined where more has changed than what was told of. */
  async load({ snapshot }: Run): Promise<Snapshot | undefined> {
    const loaded = await this.#store.loadSnapshot();
    const before = new Map(this.#before);
    const now = await readFlows(this.#store, [...before.keys()]);
    const sum = new ContentSum(await this.#store.snapshotHash());
    for (const flow of now.values()) sum.subtract(hashOfRow('flow', flow));
    for (const flow of before.values()) if (flow) sum.add(hashOfRow('flow', flow));
    if (sum.toString() !== snapshot) return undefined;
    if (before.size === 0) return loaded;
    const stood = [...before.values()].flatMap((flow) => flow ?? []);
    const flows = [...loaded.flows.filter(({ id }) => !before.has(id)), ...stood];
    return { ...loaded, flows: flows.sort((a, b) => compareIds(a.id, b.id)) };
  }
}

/** Those of these flows that are stored, as they are. */
export async function readFlows(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Flow>> {
  const found = new Map<string, Flow>();
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = ids.slice(from, from + PAGE);
    for (const flow of (await store.findFlows({ ids: some }, some.length)).rows)
      found.set(flow.id, withoutVersion(flow));
  }
  return found;
}
