import {
  type Company,
  compareIds,
  type Flow,
  type KnowledgeBase,
  type Run,
  type Settings,
  type Site,
  type Snapshot,
} from '../../domain/index.ts';
import {
  buildProblem,
  type Context,
  type ListTable,
  type LiveChanges,
  type Problem,
  type Stream,
  toStream,
} from '../../engine/index.ts';
import type { Region } from '../region/region.ts';
import { type SiteSum, sumBySite } from '../region/site-sums.ts';
import { countMatches } from '../run/run-match.ts';

/** A region whose flows change, with those inferred beside them. */
export class FollowedRegion implements Region {
  readonly settings: Settings;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly companies: ReadonlyMap<string, Company>;
  readonly #flows: Map<string, Flow>;
  readonly #flowsOfSite: Map<string, Set<string>>;
  readonly #knowledge: KnowledgeBase;
  #outputs = 0;
  #snapshot: Snapshot | undefined;
  #siteSums: Map<string, SiteSum> | undefined;
  #problem: Problem | undefined;

  constructor(region: Region, knowledge: KnowledgeBase) {
    this.settings = region.settings;
    this.sites = region.sites;
    this.companies = region.companies;
    this.#flows = new Map(region.flows);
    this.flows = this.#flows;
    this.#knowledge = knowledge;
    this.#flowsOfSite = new Map();
    for (const flow of this.#flows.values()) {
      this.#settle(flow);
      if (flow.direction === 'output') this.#outputs++;
    }
  }

  get snapshot(): Snapshot {
    this.#snapshot ??= {
      companies: [...this.companies.values()],
      sites: [...this.sites.values()],
      flows: [...this.#flows.values()].sort((a, b) => compareIds(a.id, b.id)),
    };
    return this.#snapshot;
  }

  siteSums(): ReadonlyMap<string, SiteSum> {
    this.#siteSums ??= sumBySite(this.#flows.values());
    return this.#siteSums;
  }

  problem(): Problem {
    this.#problem ??= buildProblem(this.snapshot, this.#knowledge, this.settings);
    return this.#problem;
  }

  /** The declared flow of this id. */
  declared(id: string): Flow | undefined {
    const flow = this.#flows.get(id);
    return flow?.origin === 'inferred' ? undefined : flow;
  }

  /**
   * Sets flows to what they are now (absent = retired) and infers again at their sites; returns what changed of all.
   * `infer` gives the inferred flows of a part of the snapshot: those of a site depend on its own flows and company only.
   */
  change(
    ids: readonly string[],
    now: ReadonlyMap<string, Flow>,
    infer: (part: Snapshot) => readonly Flow[],
  ): LiveChanges {
    const before = new Map<string, Flow | undefined>();
    const set = (id: string, flow: Flow | undefined) => {
      const old = this.#flows.get(id);
      if (!before.has(id)) before.set(id, old);
      if (old) this.#flowsOfSite.get(old.siteId)?.delete(id);
      this.#outputs += Number(flow?.direction === 'output') - Number(old?.direction === 'output');
      if (flow) {
        this.#flows.set(id, flow);
        this.#settle(flow);
      } else this.#flows.delete(id);
    };
    const sites = new Set<string>();
    for (const id of ids) {
      for (const flow of [this.#flows.get(id), now.get(id)]) if (flow) sites.add(flow.siteId);
      set(id, now.get(id));
    }
    if (this.settings.infer) for (const site of sites) this.#inferAt(site, infer, set);
    this.#snapshot = undefined;
    this.#problem = undefined;
    for (const site of sites) this.#sumAgain(site);
    const put = [...before.keys()].flatMap((id) => {
      const flow = this.#flows.get(id);
      if (!flow || flow === before.get(id)) return [];
      return { flow, site: this.sites.get(flow.siteId), company: this.companies.get(flow.companyId) };
    });
    return { put, remove: [...before].filter(([id, old]) => old && !this.#flows.has(id)).map(([id]) => id) };
  }

  /** How these flows stand now, as changes to whoever knew them otherwise. */
  standOf(ids: Iterable<string>): LiveChanges {
    const put: LiveChanges['put'][number][] = [];
    const remove: string[] = [];
    for (const id of ids) {
      const flow = this.#flows.get(id);
      if (flow) put.push({ flow, site: this.sites.get(flow.siteId), company: this.companies.get(flow.companyId) });
      else remove.push(id);
    }
    return { put, remove };
  }

  /** A flow as the engine reads it. */
  streamOf(context: Context, id: string, row: number): Stream {
    const flow = this.#flows.get(id)!;
    return toStream(context, flow, row, this.sites.get(flow.siteId), this.companies.get(flow.companyId));
  }

  /** Counts of a run with these lists. */
  count(lists: ListTable): Run['counts'] {
    return {
      companies: this.companies.size,
      outputs: this.#outputs,
      demands: this.#flows.size - this.#outputs,
      ...countMatches(lists),
    };
  }

  #inferAt(id: string, infer: (part: Snapshot) => readonly Flow[], set: (id: string, flow?: Flow) => void): void {
    const site = this.sites.get(id);
    const company = site && this.companies.get(site.companyId);
    if (!site || !company) return;
    const own = this.#flowsAt(id);
    const declared = own.filter((flow) => flow.origin !== 'inferred');
    const wanted = new Map(
      infer({ companies: [company], sites: [site], flows: declared }).map((flow) => [flow.id, flow]),
    );
    for (const flow of own) if (flow.origin === 'inferred' && !wanted.has(flow.id)) set(flow.id, undefined);
    for (const flow of wanted.values()) if (!this.#flows.has(flow.id)) set(flow.id, flow);
  }

  #sumAgain(site: string): void {
    this.#siteSums?.delete(site);
    for (const [id, sum] of sumBySite(this.#flowsAt(site))) this.#siteSums?.set(id, sum);
  }

  #flowsAt(site: string): readonly Flow[] {
    return [...(this.#flowsOfSite.get(site) ?? [])].map((id) => this.#flows.get(id)!);
  }

  #settle(flow: Flow): void {
    const known = this.#flowsOfSite.get(flow.siteId);
    if (known) known.add(flow.id);
    else this.#flowsOfSite.set(flow.siteId, new Set([flow.id]));
  }
}
