import type { Flow } from '../../domain/index.ts';
import { portions, type Transaction } from './graph.ts';

/** What becomes of a flow: absent `flow` = it is only retired. */
interface FlowWrite {
  readonly properties: Record<string, unknown>;
  readonly flow?: Flow;
  /** No node of this id is there yet. */
  readonly fresh: boolean;
}
type NamedWrite = readonly [id: string, write: FlowWrite];

/** Rows of one statement. */
const PORTION = 5000;

/** Latest properties of rows to be written, until they are. */
export class PendingWrites {
  readonly #tx: Transaction;
  readonly #companies = new Map<string, Record<string, unknown>>();
  readonly #sites = new Map<string, Record<string, unknown>>();
  readonly #flows = new Map<string, FlowWrite>();
  readonly #moves = new Map<string, string | null>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  company(id: string, properties: Record<string, unknown>): void {
    this.#companies.set(id, { ...this.#companies.get(id), ...properties });
  }

  site(id: string, properties: Record<string, unknown>): void {
    this.#sites.set(id, { ...this.#sites.get(id), ...properties });
  }

  /** The flows of a site follow it to another region. */
  move(siteId: string, region: string | null): void {
    this.#moves.set(siteId, region);
  }

  /** @param isNew no node of its id is stored */
  flow(flow: Flow, properties: Record<string, unknown>, isNew: boolean): void {
    this.#flows.set(flow.id, { flow, properties, fresh: isNew || this.#flows.get(flow.id)?.fresh === true });
  }

  retireFlow(id: string, version: number): void {
    const properties = { ...this.#flows.get(id)?.properties, retired: true, version };
    this.#flows.set(id, { properties, fresh: false });
  }

  async flush(): Promise<void> {
    await this.#put('company/put', this.#companies);
    await this.#put('site/put', this.#sites);
    for (const some of portions([...this.#flows], PORTION)) await this.#flushFlows(some);
    const moves = [...this.#moves].map(([siteId, region]) => ({ siteId, region }));
    for (const some of portions(moves, PORTION)) await this.#tx.run('flow/move', { rows: some });
    for (const written of [this.#companies, this.#sites, this.#flows, this.#moves]) written.clear();
  }

  async #put(name: 'company/put' | 'site/put', writes: ReadonlyMap<string, Record<string, unknown>>): Promise<void> {
    const rows = [...writes].map(([id, properties]) => ({ id, properties }));
    for (const some of portions(rows, PORTION)) await this.#tx.run(name, { rows: some });
  }

  /** New flows in one statement a direction; others lose their relationships first. */
  async #flushFlows(some: readonly NamedWrite[]): Promise<void> {
    const materials = new Set(some.flatMap(([, { flow }]) => flow?.readings.map(({ material }) => material) ?? []));
    if (materials.size > 0) await this.#tx.run('material/put', { ids: [...materials] });
    const fresh = some.filter(([, write]) => write.flow && write.fresh);
    await this.#createFlows(
      'flow/create-output',
      fresh.filter(([, { flow }]) => flow!.direction === 'output'),
    );
    await this.#createFlows(
      'flow/create-demand',
      fresh.filter(([, { flow }]) => flow!.direction === 'input'),
    );
    const known = some.filter(([, write]) => !write.fresh);
    if (known.length > 0) await this.#replaceFlows(known);
  }

  async #createFlows(name: 'flow/create-output' | 'flow/create-demand', some: readonly NamedWrite[]): Promise<void> {
    if (some.length === 0) return;
    const rows = some.map(([id, { properties, flow }]) => ({
      id,
      properties,
      siteId: flow!.siteId,
      readings: flow!.readings,
    }));
    await this.#tx.run(name, { rows });
  }

  async #replaceFlows(some: readonly NamedWrite[]): Promise<void> {
    const flows = some.flatMap(([, { flow }]) => flow ?? []);
    await this.#tx.run('flow/detach', { ids: some.map(([id]) => id) });
    const [kept, put] = [some.filter(([, { flow }]) => !flow), some.filter(([, { flow }]) => flow)];
    await this.#tx.run('flow/put', {
      rows: put.map(([id, { properties, flow }]) => ({ id, properties, output: flow!.direction === 'output' })),
    });
    if (kept.length > 0)
      await this.#tx.run('flow/retire', { rows: kept.map(([id, { properties }]) => ({ id, properties })) });
    const at = (direction: Flow['direction']) =>
      flows.filter((flow) => flow.direction === direction).map(({ id, siteId }) => ({ id, siteId }));
    await this.#tx.run('flow/give-off', { rows: at('output') });
    await this.#tx.run('flow/could-take', { rows: at('input') });
    await this.#tx.run('flow/read-as', {
      rows: flows.flatMap(({ id, readings }) => readings.map((reading) => ({ id, ...reading }))),
    });
  }
}
