import { inferFlows, withActivitiesByName } from '../../classify/index.ts';
import {
  type Company,
  compareIds,
  type Flow,
  type KnowledgeBase,
  type Settings,
  type Site,
  type Snapshot,
  SymbionError,
} from '../../domain/index.ts';
import { buildProblem, type Problem } from '../../engine/index.ts';
import { type SiteSum, sumBySite } from './site-sums.ts';

/** A snapshot made ready to be asked: with its inferred flows, looked up by id, and its columns built when first needed. */
export interface Region {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly companies: ReadonlyMap<string, Company>;
  /** Of each site that has flows; made when first asked for. */
  siteSums(): ReadonlyMap<string, SiteSum>;
  problem(): Problem;
}

/** Reads activities from names, and adds inferred flows when the settings ask for them. Pure: same input, same region. */
export function openRegion(declared: Snapshot, knowledge: KnowledgeBase, settings: Settings): Region {
  const told = { ...declared, companies: withActivitiesByName(declared.companies, knowledge) };
  const snapshot = settings.infer ? withInferred(told, knowledge) : told;
  let problem: Problem | undefined;
  let sums: ReadonlyMap<string, SiteSum> | undefined;
  return {
    snapshot,
    settings,
    flows: byId(snapshot.flows),
    sites: byId(snapshot.sites),
    companies: byId(snapshot.companies),
    siteSums() {
      sums ??= sumBySite(snapshot.flows);
      return sums;
    },
    problem() {
      problem ??= buildProblem(snapshot, knowledge, settings);
      return problem;
    },
  };
}

/** A stored flow as the snapshot has it. */
export function withoutVersion({ version: _, ...flow }: Flow & { readonly version: number }): Flow {
  return flow;
}

/** The flow of this id, declared or inferred; throws `not-found`. */
export function getFlowOf(region: Region, id: string): Flow {
  const flow = region.flows.get(id);
  if (flow) return flow;
  throw new SymbionError('not-found', { ru: `Поток «${id}» не найден.`, en: `There is no flow "${id}".` });
}

function withInferred(declared: Snapshot, knowledge: KnowledgeBase): Snapshot {
  const inferred = inferFlows(declared, knowledge);
  if (inferred.length === 0) return declared;
  return { ...declared, flows: [...declared.flows, ...inferred].sort((a, b) => compareIds(a.id, b.id)) };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
