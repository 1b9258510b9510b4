import {
  activitiesOf,
  type Company,
  codesIn,
  compareIds,
  type Direction,
  type Flow,
  joinCodes,
  type KnowledgeBase,
  type Profile,
  type Site,
  type Snapshot,
} from '../domain/index.ts';
import { activityIndexOf, naceOf } from './activity.ts';
import { nearness, WITHIN_GROUP } from './donors.ts';
import { partsOfName } from './name-parts.ts';
import { PlantIndex } from './plants.ts';

const CONFIDENCE = { main: 0.7, usual: 0.5, possible: 0.3, minor: 0.3 } as const;

interface Expected {
  readonly direction: Direction;
  readonly material: string;
  readonly weight: Profile['weight'];
}

/** What is expected of a company, with how sure it is, 0..1. */
interface Inferred extends Expected {
  readonly confidence: number;
  /** Only the name tells the activity that has it, beside a code that does not. */
  readonly beside: boolean;
  /** The activities that have it, where the company has others, too. */
  readonly activities?: readonly string[];
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

function inferredFlow(site: Site, { direction, material, confidence, activities }: Inferred, kb: KnowledgeBase): Flow {
  const known = kb.materials.get(material)!;
  return {
    id: `${site.id}~${direction === 'input' ? 'in' : 'out'}~${material}`,
    siteId: site.id,
    companyId: site.companyId,
    direction,
    description: known.name.en,
    codes: {},
    readings: [{ material, confidence, by: 'activity' }],
    dimension: known.dimension,
    ...(known.state !== undefined && { state: known.state }),
    ...(direction === 'output' && known.hazardClass !== undefined && { hazardClass: known.hazardClass }),
    ...(direction === 'output' && known.euHazardous && { euHazardous: true }),
    measurements: [],
    unread: [],
    confidential: false,
    origin: 'inferred',
    ...(activities && { inferredFrom: joinCodes(activities) }),
  };
}

/** Site and material of the id that an inferred flow has; undefined for any other id. */
export function readInferredId(id: string): { readonly siteId: string; readonly material: string } | undefined {
  const parts = /^(.+)~(?:in|out)~([^~]+)$/s.exec(id);
  return parts ? { siteId: parts[1]!, material: parts[2]! } : undefined;
}

/**
 * Outputs and demands that sites have by their activities but did not declare: quantity unknown, `origin: 'inferred'`, id `<site>~in~<material>` or
 * `<site>~out~<material>`. A name adds activities where it is telling. Beside a declared flow of the same direction that is read (confidence 0.3 or
 * more) as the same, a broader or a narrower material, none is inferred. A name that tells the kind of plant leaves out what only other kinds of the
 * class have.
 */
export function inferFlows(snapshot: Snapshot, kb: KnowledgeBase): Flow[] {
  const expect = expectations(kb);
  const companies = new Map(withActivitiesByName(snapshot.companies, kb).map((c) => [c.id, c]));
  const declared = new Map<string, Flow[]>();
  for (const flow of snapshot.flows) declared.set(flow.siteId, [...(declared.get(flow.siteId) ?? []), flow]);
  const inferred: Flow[] = [];
  for (const site of snapshot.sites) {
    const company = companies.get(site.companyId);
    if (company === undefined) continue;
    const own = declared.get(site.id) ?? [];
    for (const wanted of expect(company))
      if (!isDeclared(own, wanted, kb) && isWorthGuessing(own, wanted)) inferred.push(inferredFlow(site, wanted, kb));
  }
  return inferred.sort((a, b) => compareIds(a.id, b.id));
}

/** What is expected of companies: the union over their activities, each material once, as surely as the activity that makes it surest. */
function expectations(kb: KnowledgeBase): (company: Company) => readonly Inferred[] {
  const plants = new PlantIndex(kb);
  const known = new Map<string, readonly Expected[]>();
  const ofActivity = (code: string, name: string): readonly Expected[] => {
    const nace = naceOf(code);
    if (nace === undefined) return [];
    if (!known.has(nace)) known.set(nace, expectedOf(kb, nace));
    const kinds = plants.of(nace, name);
    return known.get(nace)!.filter((wanted) => isHadBy(plants, nace, kinds, wanted));
  };
  return (company) => {
    const found = new Map<string, Inferred>();
    const does = activitiesOf(company);
    const isCoded = (company.nace ?? company.okved) !== undefined;
    for (const { nace, confidence: sure } of does)
      for (const wanted of ofActivity(nace, company.name)) {
        const key = `${wanted.direction} ${wanted.material}`;
        const before = found.get(key);
        const confidence = Math.round(100 * CONFIDENCE[wanted.weight] * sure) / 100;
        const best =
          before && before.confidence >= confidence ? before : { ...wanted, confidence, beside: isCoded && sure < 1 };
        found.set(key, does.length === 1 ? best : { ...best, activities: [...(before?.activities ?? []), nace] });
      }
    return [...found.values()];
  };
}

/** Companies with what their names tell beyond their codes. */
export function withActivitiesByName(companies: readonly Company[], kb: KnowledgeBase): readonly Company[] {
  return companies.map((company) => {
    const activitiesByName = company.activitiesByName ?? toldByName(company, kb);
    return activitiesByName.length === 0 ? company : { ...company, activitiesByName };
  });
}

/** A company that gives several codes has told what it does. */
function toldByName({ name, nace, okved }: Company, kb: KnowledgeBase): NonNullable<Company['activitiesByName']> {
  const [code, ...others] = codesIn(nace ?? okved ?? '');
  if (code === undefined) return activityIndexOf(kb).toldBy(name);
  return others.length > 0 || partsOfName(name).length < 2 ? [] : activityIndexOf(kb).toldBeside(code, name);
}

/** What is too little or too rare to look for is had only by a kind of plant that the name tells and that is known for it. */
function isHadBy(plants: PlantIndex, nace: string, kinds: readonly string[], { material, weight }: Expected): boolean {
  return weight === 'minor' ? plants.owns(nace, kinds, material) : plants.has(nace, kinds, material);
}

/**
 * A site that has told what it gives off (or takes) knows its business: there only what nearly every plant of the activities that it has
 * told has is added.
 */
function isWorthGuessing(own: readonly Flow[], { direction, weight, beside }: Inferred): boolean {
  return (ORDER[weight] > ORDER.possible && !beside) || own.every((flow) => flow.direction !== direction);
}

function isDeclared(own: readonly Flow[], { direction, material }: Expected, kb: KnowledgeBase): boolean {
  return own.some(
    (flow) =>
      flow.direction === direction &&
      flow.readings.some((r) => r.confidence >= 0.3 && related(kb, r.material, material)),
  );
}
