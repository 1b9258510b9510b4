import { describe, expect, it } from 'vitest';
import { inferFlows } from '../../src/classify/index.ts';
import type { Snapshot } from '../../src/domain/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();

/** Products that a company known by its name, and by its code where it has one, could take in. */
function wants(name: string, nace?: string): Set<string> {
  const snapshot: Snapshot = {
    companies: [{ id: 'c', name, visibility: 'public', ...(nace !== undefined && { nace }) }],
    sites: [{ id: 'c', companyId: 'c', country: 'FI', modes: ['road'] }],
    flows: [],
  };
  return new Set(
    inferFlows(snapshot, kb)
      .filter((flow) => flow.direction === 'input')
      .map((flow) => flow.readings[0]!.material),
  );
}

describe('kinds of plant in food, farming, wood and recycling', () => {
  // a name, what this kind buys, what only another kind of the class buys
  const KINDS: readonly (readonly [string, string, string])[] = [
    ['Fishmeal plant', 'fishmeal-raw-material', 'feed-pellet-binder'],
    ['Fish cannery', 'process-steam', 'fishmeal-raw-material'],
    ['Compound feed mill', 'energy-feed-ingredient', 'fishmeal-raw-material'],
    ['Комбикормовый завод', 'protein-feed-ingredient', 'insect-feed-substrate'],
    ['Rendering plant', 'rendering-raw-material', 'food-protein-ingredient'],
    ['Sausage factory', 'process-steam', 'rendering-raw-material'],
    ['Mushroom farm', 'mushroom-growing-substrate', 'greenhouse-co2'],
    ['Тепличный комбинат', 'greenhouse-co2', 'liming-material'],
    ['Plywood mill', 'fuel-for-cleaned-boiler', 'particleboard-wood'],
    ['Particleboard factory', 'particleboard-wood', 'wood-pellet-feedstock'],
    ['Wood pellet plant', 'wood-pellet-feedstock', 'charcoal-raw'],
    ['Board mill', 'recovered-paper-for-board', 'white-mineral-filler'],
    ['Whisky distillery', 'process-steam', 'fermentation-feedstock'],
    ['Ethanol plant', 'fermentation-feedstock', 'energy-feed-ingredient'],
    ['Yeast factory', 'fermentation-feedstock', 'gelatine-raw'],
    ['Fur farm', 'pet-food-protein', 'insect-feed-substrate'],
    ['Plastics recycling plant', 'ldpe-recycling-feed', 'recovered-paper-for-board'],
    ['Tannery', 'tannery-hides', 'leather-board-feed'],
    ['MTBE plant', 'c4-chemical-feed', 'chlorine-supply'],
    ['VCM plant', 'chemical-acid-hcl', 'c4-chemical-feed'],
    ['MDI producer', 'hydrogen-feed', 'fermentation-feedstock'],
    ['Terephthalic acid plant', 'aromatics-feed', 'chlorine-supply'],
    ['Air separation plant', 'industrial-cooling', 'process-steam'],
    ['Polyethylene plant', 'olefin-feed', 'chlorine-supply'],
    ['Dairy farmers', 'cattle-feed-wet', 'process-steam'],
    ['Titanium dioxide plant', 'titanium-chlorination-feed', 'iron-pigment-raw'],
    ['Flower greenhouse', 'greenhouse-co2', 'sludge-fertiliser'],
    ['Tartaric acid plant', 'tartrate-raw', 'oleochemical-feedstock'],
    ['Alumina refinery', 'caustic-for-pulping', 'aluminium-electrolyte'],
    ['Ferrochrome smelter', 'chrome-ore-charge', 'coke-oven-gas'],
    ['Завод силикатного кирпича', 'building-lime', 'liming-material'],
    ['Завод ферросплавов', 'furnace-wood-chips', 'coke-oven-gas'],
    ['Пеллетный завод', 'industrial-pellet-feedstock', 'charcoal-raw'],
  ];
  it.each(KINDS)('%s takes %s, not %s', (name, own, other) => {
    const found = wants(name);
    expect(found.has(own)).toBe(true);
    expect(found.has(other)).toBe(false);
  });

  it.each([
    ['Биогазовая станция «Заречная»', '35.11', 'biogas-substrate-agricultural', 'biomass-boiler-fuel'],
    ['Заречная ГРЭС', '35.11', 'solid-fuel-industrial', 'biogas-substrate-agricultural'],
    ['Заречный Азот', '20.15', 'hydrogen-feed', 'slag-fertiliser'],
    ['Магнитогорский металлургический комбинат', '24.10', 'steelmaking-scrap-charge', 'furnace-wood-chips'],
  ])('%s, coded %s, takes %s, not %s', (name, nace, own, other) => {
    const found = wants(name, nace);
    expect(found.has(own)).toBe(true);
    expect(found.has(other)).toBe(false);
  });

  it('every kind is told by its own names in both languages and lists only what its class has', () => {
    for (const plant of kb.plants ?? []) {
      expect(plant.name.ru.length, plant.id).toBeGreaterThan(2);
      expect(plant.synonymsEn.length + plant.synonymsRu.length, plant.id).toBeGreaterThan(0);
      for (const material of plant.has)
        expect(
          kb.profiles.some((p) => p.material === material && plant.nace.startsWith(p.nace)),
          `${plant.id} ${material}`,
        ).toBe(true);
    }
  });
});
