import type { Contaminant, KnowledgeBase, Rule, UseClass } from '../domain/index.ts';

/** What conversion alone does away with: sanitised, oxidised or neutralised (estimate). */
const LOST_IN_ANY_PROCESS: readonly Contaminant[] = [
  'pathogens',
  'sulphide',
  'cyanide',
  'strong-acid',
  'strong-alkali',
];
/** What fire does away with besides (estimate): organics, and the origin marks that rules tie to organic matter. */
const LOST_IN_FIRE: readonly Contaminant[] = [
  'oil-pah',
  'resin',
  'solvent',
  'sewage',
  'catering',
  'animal-protein',
  'uncertified-gas',
];
const FIRE: readonly UseClass[] = ['furnace', 'cement', 'kiln-fuel', 'boiler-fuel', 'household-fuel', 'energy'];

/**
 * Contamination along a chain as bits. A rule that refuses a contaminant in a use also refuses what a process makes of it,
 * unless the process destroys it. At most 31 contaminants.
 */
export class Taint {
  private readonly bit = new Map<Contaminant, number>();
  private readonly knowledge: Pick<KnowledgeBase, 'materials' | 'rules'>;
  private readonly asOf: string;
  private readonly blocsOf: (country: string) => readonly string[];
  private readonly banned = new Map<string | undefined, Map<string | undefined, Map<string, number>>>();
  private readonly carried = new Map<string, Map<string, number>>();

  constructor(
    knowledge: Pick<KnowledgeBase, 'materials' | 'rules'>,
    asOf: string,
    blocsOf: (country: string) => readonly string[] = () => [],
  ) {
    this.knowledge = knowledge;
    this.asOf = asOf;
    this.blocsOf = blocsOf;
  }

  /** Contaminants of the material that survive its conversion at a taker of this product. */
  carriedBy(material: string, product: string): number {
    const of = under(this.carried, material);
    let bits = of.get(product);
    if (bits === undefined) {
      bits = this.carry(material, product);
      of.set(product, bits);
    }
    return bits;
  }

  private carry(material: string, product: string): number {
    const useClass = this.knowledge.materials.get(product)?.useClass;
    let bits = 0;
    for (const c of this.knowledge.materials.get(material)?.contaminants ?? [])
      if (survives(c, useClass)) bits |= this.bitOf(c);
    return bits;
  }

  /** Those of `bits` that survive conversion at a taker of this product. */
  surviving(bits: number, product: string): number {
    const useClass = this.knowledge.materials.get(product)?.useClass;
    let left = 0;
    for (const [c, bit] of this.bit) if (bits & bit && survives(c, useClass)) left |= bit;
    return left;
  }

  /** Contaminants that some rule in force between the two countries refuses in this product. */
  bannedIn(product: string, from: string | undefined, to: string | undefined): number {
    const between = under(under(this.banned, from), to);
    const known = between.get(product);
    if (known !== undefined) return known;
    const places = new Set(['*']);
    for (const country of [from, to])
      if (country !== undefined) for (const place of [country, ...this.blocsOf(country)]) places.add(place);
    const useClass = this.knowledge.materials.get(product)?.useClass;
    let bits = 0;
    for (const rule of this.knowledge.rules)
      if (this.refuses(rule, useClass, product, places)) for (const c of rule.contaminants) bits |= this.bitOf(c);
    between.set(product, bits);
    return bits;
  }

  private refuses(rule: Rule, useClass: UseClass | undefined, product: string, places: ReadonlySet<string>): boolean {
    if (rule.contaminants.length === 0 || rule.materials.length > 0) return false;
    if (rule.hazardClassUpTo !== undefined || rule.euHazardous !== undefined) return false;
    if (!places.has(rule.jurisdiction)) return false;
    if ((rule.from !== undefined && rule.from > this.asOf) || (rule.to !== undefined && rule.to < this.asOf))
      return false;
    if (rule.effect === 'note' || (rule.effect === 'licensed-only' && useClass === 'licensed')) return false;
    if (rule.useClasses.length > 0 && (useClass === undefined || !rule.useClasses.includes(useClass))) return false;
    return rule.products.length === 0 || rule.products.some((p) => isNarrower(this.knowledge.materials, product, p));
  }

  private bitOf(c: Contaminant): number {
    let bit = this.bit.get(c);
    if (bit === undefined) {
      bit = 1 << this.bit.size;
      this.bit.set(c, bit);
    }
    return bit;
  }
}

/** The map under a key, made when it is asked for first. */
function under<K, A, B>(maps: Map<K, Map<A, B>>, key: K): Map<A, B> {
  let inner = maps.get(key);
  if (!inner) {
    inner = new Map();
    maps.set(key, inner);
  }
  return inner;
}

function survives(c: Contaminant, useClass: UseClass | undefined): boolean {
  if (LOST_IN_ANY_PROCESS.includes(c)) return false;
  return !(useClass !== undefined && FIRE.includes(useClass) && LOST_IN_FIRE.includes(c));
}

/** True when `material` is `wanted` or lies below it in the taxonomy. */
export function isNarrower(materials: KnowledgeBase['materials'], material: string, wanted: string): boolean {
  for (let at: string | undefined = material, steps = 0; at !== undefined && steps < 30; steps++) {
    if (at === wanted) return true;
    at = materials.get(at)?.parent;
  }
  return false;
}
