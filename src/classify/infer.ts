import {
  activityCodeOf,
  type Company,
  compareIds,
  type Direction,
  type Flow,
  type KnowledgeBase,
  type Profile,
  type Site,
  type Snapshot,
} from '../domain/index.ts';
import { ActivityIndex, naceOf } from './activity.ts';
import { nearness, WITHIN_GROUP } from './donors.ts';
import { PlantIndex } from './plants.ts';

const CONFIDENCE = { main: 0.7, usual: 0.5, possible: 0.3, minor: 0.3 } as const;

interface Expected {
  readonly direction: Direction;
  readonly material: string;
  readonly weight: Profile['weight'];
}

/** Lineages of materials, for "same, broader or narrower". */
function related(kb: KnowledgeBase, a: string, b: string): boolean {
  return isWithin(kb, a, b) || isWithin(kb, b, a);
}

function isWithin(kb: KnowledgeBase, inner: string, outer: string): boolean {
  for (let at: string | undefined = inner; at !== undefined; at = kb.materials.get(at)?.parent)
    if (at === outer) return true;
  return false;
}

const ORDER = { main: 3, usual: 2, possible: 1, minor: 0 } as const;

/**
 * What an activity usually gives off and takes in: its profile, a narrower profile adding to a wider one. A narrower row that says
 * `minor` takes the place of what the division has.
 */
function expectedOf(kb: KnowledgeBase, nace: string): Expected[] {
  const found = new Map<string, Expected>();
  const put = (direction: Direction, material: string, weight: Profile['weight']): void => {
    if (!kb.materials.has(material)) return;
    const key = `${direction} ${material}`;
    const before = found.get(key);
    if (!before || ORDER[before.weight] < ORDER[weight]) found.set(key, { direction, material, weight });
  };
  const own = kb.profiles.filter((p) => nace.startsWith(p.nace));
  const isMinor = (p: Profile): boolean =>
    own.some(
      (n) =>
        n.weight === 'minor' && n.direction === p.direction && n.material === p.material && n.nace.startsWith(p.nace),
    );
  for (const p of own) if (p.weight === 'minor' || !isMinor(p)) put(p.direction, p.material, p.weight);
  if (own.length === 0) {
    // a class without an own profile is taken for its nearest sister only for demands that a use names
    for (const use of kb.uses)
      if (use.receivers.some((r) => r.length >= 4 && nearness(r, nace) >= WITHIN_GROUP))
        put('input', use.replaces, 'possible');
  }
  return [...found.values()].sort((a, b) => compareIds(a.material, b.material) || (a.direction < b.direction ? -1 : 1));
}

function inferredFlow(site: Site, { direction, material, weight }: Expected, kb: KnowledgeBase): Flow {
  const known = kb.materials.get(material)!;
  return {
    id: `${site.id}~${direction === 'input' ? 'in' : 'out'}~${material}`,
    siteId: site.id,
    companyId: site.companyId,
    direction,
    description: known.name.en,
    codes: {},
    readings: [{ material, confidence: CONFIDENCE[weight], by: 'activity' }],
    dimension: known.dimension,
    ...(known.state !== undefined && { state: known.state }),
    ...(direction === 'output' && known.hazardClass !== undefined && { hazardClass: known.hazardClass }),
    ...(direction === 'output' && known.euHazardous && { euHazardous: true }),
    measurements: [],
    unread: [],
    confidential: false,
    origin: 'inferred',
  };
}

/** Site and material of the id that an inferred flow has; undefined for any other id. */
export function readInferredId(id: string): { readonly siteId: string; readonly material: string } | undefined {
  const parts = /^(.+)~(?:in|out)~([^~]+)$/s.exec(id);
  return parts ? { siteId: parts[1]!, material: parts[2]! } : undefined;
}

/**
 * Outputs and demands that sites have by their activity but did not declare: quantity unknown, `origin: 'inferred'`, id `<site>~in~<material>` or
 * `<site>~out~<material>`. A company without an activity code gets one from its name when the name is telling. Beside a declared flow of the same
 * direction that is read (confidence 0.3 or more) as the same, a broader or a narrower material, none is inferred. A name that tells the kind of plant
 * leaves out what only other kinds of the class have.
 */
export function inferFlows(snapshot: Snapshot, kb: KnowledgeBase): Flow[] {
  const plants = new PlantIndex(kb);
  const expected = new Map<string, readonly Expected[]>();
  const companies = new Map(withActivitiesByName(snapshot.companies, kb).map((c) => [c.id, c]));
  const declared = new Map<string, Flow[]>();
  for (const flow of snapshot.flows) declared.set(flow.siteId, [...(declared.get(flow.siteId) ?? []), flow]);
  const inferred: Flow[] = [];
  for (const site of snapshot.sites) {
    const company = companies.get(site.companyId);
    const nace = naceOf(activityCodeOf(company));
    if (company === undefined || nace === undefined) continue;
    const kinds = plants.of(nace, company.name);
    if (!expected.has(nace)) expected.set(nace, expectedOf(kb, nace));
    const own = declared.get(site.id) ?? [];
    for (const wanted of expected.get(nace)!)
      if (isHadBy(plants, nace, kinds, wanted) && !isDeclared(own, wanted, kb) && isWorthGuessing(own, wanted))
        inferred.push(inferredFlow(site, wanted, kb));
  }
  return inferred.sort((a, b) => compareIds(a.id, b.id));
}

/** Companies that give no activity code get one from their name, when the name is telling. */
export function withActivitiesByName(companies: readonly Company[], kb: KnowledgeBase): readonly Company[] {
  if (companies.every((company) => activityCodeOf(company) !== undefined)) return companies;
  const activities = new ActivityIndex(kb);
  return companies.map((company) => {
    if (activityCodeOf(company) !== undefined) return company;
    const nace = activities.toldBy(company.name);
    return nace === undefined ? company : { ...company, naceByName: nace };
  });
}

/** What is too little or too rare to look for is had only by a kind of plant that the name tells and that is known for it. */
function isHadBy(plants: PlantIndex, nace: string, kinds: readonly string[], { material, weight }: Expected): boolean {
  return weight === 'minor' ? plants.owns(nace, kinds, material) : plants.has(nace, kinds, material);
}

/** A site that has told what it gives off (or takes) knows its business: there only what nearly every plant has is added. */
function isWorthGuessing(own: readonly Flow[], { direction, weight }: Expected): boolean {
  return ORDER[weight] > ORDER.possible || own.every((flow) => flow.direction !== direction);
}

function isDeclared(own: readonly Flow[], { direction, material }: Expected, kb: KnowledgeBase): boolean {
  return own.some(
    (flow) =>
      flow.direction === direction &&
      flow.readings.some((r) => r.confidence >= 0.3 && related(kb, r.material, material)),
  );
}
