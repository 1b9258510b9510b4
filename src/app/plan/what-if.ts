import {
  type Company,
  compareIds,
  type Dimension,
  type Flow,
  type KnowledgeBase,
  type Process,
  type Settings,
  type Site,
  type Snapshot,
} from '../../domain/index.ts';
import { capexAt } from '../../planning/index.ts';
import { Complaints } from '../answers/complaints.ts';
import { openRegion, type Region } from '../region/region.ts';
import { scenariosOf } from '../run/settings.ts';

/** A plant that is not there yet. */
export interface NewPlant {
  /** Of the knowledge base. */
  readonly process: string;
  /** Where: a site that is there. */
  readonly site: string;
  /** Units of its leading input a year, > 0. */
  readonly capacityPerYear: number;
  /** EUR, default: what the knowledge base tells of the process at this capacity; paid back over `years` (default 10) without interest. */
  readonly capexEur?: number;
  readonly years?: number;
}

/** What is imagined to be otherwise. */
export interface WhatIf {
  /** Sites that stop. */
  readonly switchedOff?: readonly string[];
  readonly plants?: readonly NewPlant[];
  /** Product material id -> EUR per unit. */
  readonly prices?: Readonly<Record<string, number>>;
  /** Flow id -> quantity a year. */
  readonly quantities?: Readonly<Record<string, number>>;
  /** Regime table. */
  readonly scenario?: string;
}

/** A plant that was imagined, with what a plan makes of it. */
export interface ImaginedPlant {
  readonly process: string;
  readonly site: string;
  readonly capexEur: number;
  /** Units of its leading input a year that the plan brings to it; 0 = it would not be built. */
  readonly takesPerYear: number;
  readonly unit: Dimension;
}

/** Where its leading input arrives: the demand of a plant that was imagined. */
export function feedDemandOf(plant: NewPlant, knowledge: KnowledgeBase): string {
  return `${idOf(plant)}:${processOf(plant, knowledge).inputs[0]!.material}`;
}

/** EUR, as told or as the knowledge base has it at this capacity. */
export function capexOf(plant: NewPlant, knowledge: KnowledgeBase): number {
  return plant.capexEur ?? capexAt(processOf(plant, knowledge).capex, plant.capacityPerYear);
}

const idOf = (plant: NewPlant) => `new:${plant.process}@${plant.site}`;

const processOf = (plant: NewPlant, knowledge: KnowledgeBase) =>
  knowledge.processes.find(({ id }) => id === plant.process)!;

/** The world as it would be; `openings`: EUR a year for having the demand of a new plant. */
export interface ImaginedRegion {
  readonly region: Region;
  readonly openings: Readonly<Record<string, number>>;
}

/** Throws `input` naming every site, process, product, flow and scenario that is not known, and every bad number. */
export function checkWhatIf(whatIf: WhatIf, region: Region, knowledge: KnowledgeBase): void {
  const complaints = new Complaints();
  const { wrong } = complaints;
  for (const id of whatIf.switchedOff ?? [])
    if (!region.sites.has(id)) wrong('switchedOff', id, 'the id of a site', 'код площадки');
  const seen = new Set<string>();
  for (const plant of whatIf.plants ?? []) {
    const place = `${plant.process}@${plant.site}`;
    if (seen.has(place)) wrong('plants', place, 'one plant of a process at a site', 'один завод процесса на площадке');
    seen.add(place);
    if (!knowledge.processes.some(({ id }) => id === plant.process))
      wrong('plants', plant.process, 'a process of the knowledge base', 'процесс из базы знаний');
    if (!region.sites.has(plant.site)) wrong('plants', plant.site, 'the id of a site', 'код площадки');
    if (!(plant.capacityPerYear > 0))
      wrong('plants', plant.capacityPerYear, 'a capacity of more than 0', 'мощность больше 0');
    if (plant.capexEur !== undefined && !(plant.capexEur >= 0))
      wrong('plants', plant.capexEur, '0 EUR or more', '0 евро или больше');
    if (plant.years !== undefined && !(plant.years > 0))
      wrong('plants', plant.years, 'more than 0 years', 'больше 0 лет');
  }
  for (const [id, price] of Object.entries(whatIf.prices ?? {})) {
    if (!knowledge.materials.has(id)) wrong('prices', id, 'the id of a product', 'код продукта');
    else if (!Number.isFinite(price)) wrong('prices', `${id}: ${price}`, 'a number', 'число');
  }
  for (const [id, quantity] of Object.entries(whatIf.quantities ?? {})) {
    if (!region.flows.has(id)) wrong('quantities', id, 'the id of a flow', 'код потока');
    else if (!(quantity >= 0)) wrong('quantities', `${id}: ${quantity}`, '0 or more', '0 или больше');
  }
  const scenarios = scenariosOf(knowledge);
  if (whatIf.scenario !== undefined && !scenarios.has(whatIf.scenario))
    wrong('scenario', whatIf.scenario, `one of ${[...scenarios].join(', ')}`, `одно из: ${[...scenarios].join(', ')}`);
  complaints.throwAny({ en: 'This cannot be imagined', ru: 'Такого не представить' });
}

export function isChanged(whatIf: WhatIf): boolean {
  const { switchedOff, plants, prices, quantities, scenario } = whatIf;
  return (
    (switchedOff?.length ?? 0) + (plants?.length ?? 0) > 0 ||
    Object.keys({ ...prices, ...quantities }).length > 0 ||
    scenario !== undefined
  );
}

/** The region with the changes in it. Pure; inferred flows stay as they were, so that nothing is inferred of what is imagined. */
export function imagine(region: Region, knowledge: KnowledgeBase, whatIf: WhatIf): ImaginedRegion {
  const { snapshot } = region;
  const off = new Set(whatIf.switchedOff ?? []);
  const { quantities } = whatIf;
  const flows = snapshot.flows
    .filter((flow) => !off.has(flow.siteId))
    .map((flow) =>
      quantities && Object.hasOwn(quantities, flow.id) ? { ...flow, quantityPerYear: quantities[flow.id]! } : flow,
    );
  const built = (whatIf.plants ?? []).map((plant) => build(plant, region, knowledge));
  const changed: Snapshot = {
    companies: sorted([...snapshot.companies, ...built.map((plant) => plant.company)]),
    sites: sorted([...snapshot.sites, ...built.map((plant) => plant.site)]),
    flows: sorted([...flows, ...built.flatMap((plant) => plant.flows)]),
  };
  const settings: Settings = {
    ...region.settings,
    infer: false,
    prices: { ...region.settings.prices, ...whatIf.prices },
    ...(whatIf.scenario !== undefined && { scenario: whatIf.scenario }),
  };
  return {
    region: openRegion(changed, knowledge, settings),
    openings: Object.fromEntries(built.flatMap((plant) => plant.openings)),
  };
}

function sorted<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => compareIds(a.id, b.id));
}

interface Built {
  readonly company: Company;
  readonly site: Site;
  readonly flows: readonly Flow[];
  readonly openings: readonly (readonly [string, number])[];
}

/** As what such a plant buys the material: the dearest product that it stands for there (dust is zinc feed), else itself. */
function feedOf(process: Process, material: string, knowledge: KnowledgeBase): string {
  const suits = (receivers: readonly string[]) =>
    receivers.length === 0 || process.nace.some((nace) => receivers.some((prefix) => nace.startsWith(prefix)));
  const [use] = knowledge.uses
    .filter((u) => u.material === material && suits(u.receivers))
    .sort((a, b) => (b.virginPriceEurPerUnit ?? 0) - (a.virginPriceEurPerUnit ?? 0) || (a.id < b.id ? -1 : 1));
  return use?.replaces ?? material;
}

/** A company of its own at the site, that takes what the process takes and gives off what it makes. */
function build(plant: NewPlant, region: Region, knowledge: KnowledgeBase): Built {
  const process = processOf(plant, knowledge);
  const id = idOf(plant);
  const { id: _at, companyId: _owner, ...place } = region.sites.get(plant.site)!;
  const [leading] = process.inputs;
  const flow = (direction: Flow['direction'], material: string, quantity: number, read = material): Flow => ({
    id: `${id}:${material}`,
    siteId: id,
    companyId: id,
    direction,
    description: knowledge.materials.get(material)?.name.en ?? material,
    codes: {},
    readings: [{ material: read, confidence: 1, by: 'person' }],
    dimension: knowledge.materials.get(material)?.dimension ?? 't',
    quantityPerYear: quantity,
    measurements: [],
    unread: [],
    confidential: false,
    origin: direction === 'output' ? 'derived' : 'declared',
  });
  const activity = plant.capacityPerYear / leading!.perUnit;
  const capital = capexOf(plant, knowledge) / (plant.years ?? 10);
  const inputs = process.inputs.map(({ material, perUnit }) =>
    flow('input', material, activity * perUnit, feedOf(process, material, knowledge)),
  );
  return {
    company: {
      id,
      name: `${process.name.ru} / ${process.name.en}`,
      ...(process.nace[0] !== undefined && { nace: process.nace[0] }),
      visibility: 'public',
    },
    site: { id, companyId: id, ...place },
    flows: [...inputs, ...process.outputs.map((o) => flow('output', o.material, activity * o.yield))],
    openings: capital > 0 ? [[inputs[0]!.id, capital]] : [],
  };
}
