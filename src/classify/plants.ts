import type { KnowledgeBase, Plant } from '../domain/index.ts';
import { tokensOf } from './tokens.ts';

interface Told {
  readonly plant: Plant;
  readonly stems: readonly string[];
}

/** Tells the kind of plant from a company's name, and what other kinds of the same class have that this one has not. */
export class PlantIndex {
  readonly #told = new Map<string, Told[]>();
  readonly #owners = new Map<string, Map<string, string[]>>();

  constructor(kb: KnowledgeBase) {
    for (const plant of kb.plants ?? []) {
      const told = this.#told.get(plant.nace) ?? [];
      this.#told.set(plant.nace, told);
      for (const text of [plant.name.ru, plant.name.en, ...plant.synonymsRu, ...plant.synonymsEn])
        told.push({ plant, stems: tokensOf(text).map(({ stem }) => stem) });
      const owners = this.#owners.get(plant.nace) ?? new Map<string, string[]>();
      this.#owners.set(plant.nace, owners);
      for (const material of plant.has) owners.set(material, [...(owners.get(material) ?? []), plant.id]);
    }
  }

  /**
   * Ids of the kinds of plant of `nace` whose expression stands in the name with all its words, in order of the ids.
   * "Secondary aluminium smelter" beats "aluminium smelter", which it holds.
   */
  of(nace: string, name: string): string[] {
    const told = this.#told.get(nace);
    if (!told) return [];
    const said = new Set(tokensOf(name).map(({ stem }) => stem));
    const met = told.filter(({ stems }) => stems.length > 0 && stems.every((stem) => said.has(stem)));
    const within = (a: Told, b: Told): boolean =>
      a.stems.length < b.stems.length && a.stems.every((stem) => b.stems.includes(stem));
    const telling = met.filter((one) => !met.some((other) => within(one, other)));
    return [...new Set(telling.map(({ plant }) => plant.id))].sort();
  }

  /** Whether plants of these kinds have the material; where no kind of the class is told it may have whatever the class has. */
  has(nace: string, plants: readonly string[], material: string): boolean {
    const owners = this.#owners.get(nace)?.get(material);
    if (owners === undefined || owners.some((id) => plants.includes(id))) return true;
    return !this.#told.get(nace)!.some(({ plant }) => plants.includes(plant.id));
  }

  /** Whether one of these kinds is known for the material. */
  owns(nace: string, plants: readonly string[], material: string): boolean {
    return (
      this.#owners
        .get(nace)
        ?.get(material)
        ?.some((id) => plants.includes(id)) ?? false
    );
  }
}
