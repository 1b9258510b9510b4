import { describe, expect, it } from 'vitest';
import { loadKnowledge, takersOf, usesOf } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const products = (material: string): string[] => usesOf(kb, material).map(({ use }) => use.replaces);
const classes = (material: string): Set<string | undefined> =>
  new Set(products(material).map((id) => kb.materials.get(id)!.useClass));

describe('one word, several things', () => {
  it('oil that is mineral is never fed, digested or made to biodiesel; oil that is fat is', () => {
    expect(products('used-mineral-oil')).toContain('oil-rerefining-feed');
    expect(products('used-mineral-oil')).not.toContain('biodiesel-feedstock');
    expect([...classes('used-mineral-oil')]).toEqual(['licensed']);
    expect(products('used-cooking-oil')).toContain('biodiesel-feedstock');
    expect(products('used-cooking-oil')).not.toContain('oil-rerefining-feed');
    expect(products('tallow')).toContain('oleochemical-feedstock');
  });

  it('sand of a mould goes into concrete, sand that blasted a hull only to licensed treatment', () => {
    expect(products('foundry-sand-spent')).toContain('concrete-sand');
    expect([...classes('blasting-grit-contaminated')]).toEqual(['licensed']);
    expect(products('blasting-grit-clean')).toContain('cement-raw-iron');
    expect(products('sorbent-oil-spent')).toEqual(['hazardous-waste-treatment']);
  });

  it('gypsum neutralised goes into cement, raw only to neutralisation or roasting', () => {
    expect(products('phosphogypsum-neutralised')).toContain('cement-set-regulator');
    expect(products('phosphogypsum-raw')).toEqual(['gypsum-acid-cement-feed', 'phosphogypsum-neutralisation']);
    expect(products('fgd-gypsum')).toContain('plasterboard-gypsum');
  });

  it('sludge of a dairy is digested for fields, of a city not for food soil, of a plating shop gives metal', () => {
    expect(products('daf-sludge-food')).toContain('biogas-substrate-agricultural');
    expect(products('sewage-sludge')).toContain('biogas-substrate-sewage');
    expect(products('sewage-sludge')).not.toContain('biogas-substrate-agricultural');
    expect(products('sewage-sludge')).not.toContain('organic-fertiliser');
    expect(kb.uses.find(({ id }) => id === 'sewage-sludge--sludge-fertiliser')?.receivers).toEqual([
      '01.11',
      '01.19',
      '02',
    ]);
    expect(kb.materials.get('sludge-fertiliser')?.useClass).toBe('soil-nonfood');
    expect([...classes('galvanic-sludge')]).toEqual(['licensed']);
    expect(products('aluminium-hydroxide-sludge')).toContain('coagulant');
  });

  it('ash of coal goes into cement, ash of refuse cleaning only under a licence', () => {
    expect(products('fly-ash-coal')).toContain('supplementary-cementitious-material');
    expect([...classes('msw-fly-ash')]).toEqual(['licensed']);
  });

  it('clean wood beds animals, boards and preserved wood do not', () => {
    expect(products('sawdust-clean')).toContain('animal-bedding');
    for (const wood of ['resin-board-offcuts', 'wood-treated', 'demolition-wood'])
      expect(products(wood), wood).not.toContain('animal-bedding');
  });

  it('water goes by its quality: condensate to boilers, oily water to treatment', () => {
    expect(products('condensate')).toContain('boiler-feed-water');
    expect(products('oily-waste-water')).toEqual(['oily-water-treatment-service']);
    expect(products('treated-municipal-effluent')).not.toContain('boiler-feed-water');
  });

  it('meal of dead animals burns, meal of category 3 feeds pets', () => {
    expect([...classes('meat-bone-meal-cat1')].sort()).toEqual(['energy', 'kiln-fuel', 'licensed']);
    expect(products('processed-animal-protein')).toContain('pet-food-protein');
  });

  it('sediment is clay and fill, contaminated sediment goes only to licensed treatment', () => {
    expect(products('dredged-sediment')).toContain('fill-material');
    expect([...classes('dredged-sediment-contaminated')]).toEqual(['licensed']);
  });

  it('water of an olive press wets the groves, residue of chromite goes only to licensed treatment', () => {
    expect(products('olive-mill-water')).toContain('irrigation-water');
    expect([...classes('chromite-ore-residue')]).toEqual(['licensed']);
    expect(products('olive-mill-water')).not.toContain('boiler-feed-water');
  });

  it('heat goes by its temperature: below 60 °C makes no steam', () => {
    expect(products('waste-heat-below-60')).not.toContain('process-steam');
    expect(products('flue-gas-heat')).toContain('process-steam');
  });
});

describe('precision', () => {
  it('nothing but electricity is wanted by everybody', () => {
    const open = kb.uses.filter((use) => use.receivers.length === 0).map((use) => use.id);
    expect(open).toEqual(['surplus-electricity--electricity-supply']);
  });

  it('no product takes more than one material of twenty', () => {
    const takes = new Map<string, number>();
    for (const use of kb.uses) takes.set(use.replaces, (takes.get(use.replaces) ?? 0) + 1);
    expect([...takes].filter(([, n]) => n > kb.materials.size / 20)).toEqual([]);
  });

  it('each demand of a profile can be met by a use that names the activity', () => {
    const idle = kb.profiles.filter(
      (p) =>
        p.direction === 'input' &&
        p.weight !== 'minor' &&
        !kb.uses.some(
          (use) =>
            use.replaces === p.material &&
            (use.receivers.length === 0 || use.receivers.some((r) => p.nace.startsWith(r) || r.startsWith(p.nace))),
        ),
    );
    expect(idle.map((p) => `${p.nace} ${p.material}`)).toEqual([]);
  });

  it('an activity without a use for the material is not among its takers', () => {
    const takers = (material: string) => takersOf(kb, material).map((taker) => taker.nace);
    expect(takers('blast-furnace-slag').some((nace) => nace.startsWith('10'))).toBe(false);
    expect(takers('brewers-grain').some((nace) => nace.startsWith('23'))).toBe(false);
    expect(takers('galvanic-sludge').some((nace) => nace.startsWith('01'))).toBe(false);
  });

  it('every activity says why it gives or takes', () => {
    expect(kb.profiles.filter((p) => p.evidence.length < 12).map((p) => `${p.nace} ${p.material}`)).toEqual([]);
    // a demand says what it is for, not only what could serve it
    const reason = (evidence: string): string => evidence.slice(evidence.lastIndexOf(': ') + 2).split(';')[0]!;
    expect(kb.profiles.filter((p) => /can come from/.test(reason(p.evidence))).map((p) => p.evidence)).toEqual([]);
  });
});

describe('exchanges that the literature knows, in general terms', () => {
  // material, product replaced, receiving activity
  const KNOWN: readonly (readonly [string, string, string])[] = [
    ['surplus-steam', 'process-steam', '19.20'],
    ['surplus-steam', 'process-steam', '21.10'],
    ['surplus-steam', 'process-steam', '17.12'],
    ['hot-water-surplus', 'district-heat', '35.30'],
    ['cooling-water-used', 'boiler-feed-water', '35.11'],
    ['waste-heat-below-60', 'aquaculture-heat', '03.22'],
    ['refinery-fuel-gas', 'industrial-fuel-gas', '23.62'],
    ['refinery-fuel-gas', 'power-plant-gas', '35.11'],
    ['blast-furnace-gas', 'power-plant-gas', '35.11'],
    ['coke-oven-gas', 'synthesis-gas-feed', '20.15'],
    ['fgd-gypsum', 'plasterboard-gypsum', '23.62'],
    ['fly-ash-coal', 'supplementary-cementitious-material', '23.51'],
    ['oil-ash', 'vanadium-recovery-feed', '24.45'],
    ['sulphur-recovered', 'sulphur-for-acid', '20.13'],
    ['yeast-biomass', 'milk-replacer-feed', '01.46'],
    ['yeast-biomass', 'organic-fertiliser', '01.11'],
    ['process-co2', 'greenhouse-co2', '01.13'],
    ['process-co2', 'co2-mineralisation', '24.42'],
    ['flue-gas-co2', 'co2-mineralisation', '17.12'],
    ['biogenic-co2', 'food-grade-co2', '11.07'],
    ['hydrogen-by-product', 'hydrogen-feed', '20.13'],
    ['oxygen-by-product', 'oxygen-supply', '24.10'],
    ['nitrogen-by-product', 'nitrogen-supply', '19.20'],
    ['compressed-air-surplus', 'compressed-air-supply', '25.62'],
    ['smelter-so2-gas', 'sulphuric-acid-feed-gas', '20.13'],
    ['treated-municipal-effluent', 'industrial-process-water', '24.42'],
    ['treated-municipal-effluent', 'industrial-cooling-water', '35.11'],
    ['sewage-raw', 'waste-water-treatment-service', '17.11'],
    ['reverse-osmosis-concentrate', 'salt-brine-feed', '08.93'],
    ['bagasse', 'particleboard-fibre-plant', '17.11'],
    ['molasses', 'fermentation-feedstock', '11.01'],
    ['carbonation-lime', 'cement-raw-lime', '23.51'],
    ['lime-mud', 'cement-raw-lime', '23.51'],
    ['vinasse', 'potash-fertiliser-ingredient', '20.15'],
    ['distillery-stillage', 'biogas-substrate-agricultural', '35.21'],
    ['crop-straw', 'fermentation-feedstock', '20.14'],
    ['bark', 'biomass-boiler-fuel', '35.30'],
    ['waste-heat-95-200', 'combustion-air-preheat', '35.11'],
    ['hot-water-surplus', 'district-heat', '84.11'],
    ['paper-white-water', 'industrial-process-water', '17.12'],
    ['olive-mill-water', 'irrigation-water', '01.26'],
    ['pyrite-concentrate', 'sulphur-for-acid', '20.13'],
    ['ammonium-chloride', 'ammonium-chloride-technical', '25.61'],
    ['magnesium-slag', 'cement-raw-lime', '23.51'],
    ['blast-furnace-sludge', 'sinter-feed-iron', '24.10'],
    ['recycled-aggregate', 'road-base-material', '42.11'],
    ['washing-stones', 'road-base-material', '41.20'],
    ['blast-furnace-slag', 'supplementary-cementitious-material', '23.51'],
    ['converter-slag', 'sinter-flux', '24.10'],
    ['plastic-mixed', 'blast-furnace-reductant', '24.10'],
    ['tyres-end-of-life', 'cement-kiln-fuel', '23.51'],
    ['sewage-sludge', 'cement-kiln-fuel', '23.51'],
    ['spent-potlining', 'potlining-treatment', '23.51'],
    ['red-mud', 'cement-raw-iron', '23.51'],
    ['petroleum-coke', 'carbon-raw-anode', '24.42'],
    ['zinc-ash', 'zinc-oxide-raw', '24.43'],
    ['landfill-gas', 'industrial-fuel-gas', '20.14'],
    ['silica-fume', 'concrete-additive-silica', '23.63'],
    ['ammonium-sulphate', 'nitrogen-fertiliser-salt', '20.15'],
    ['soda-ash-slurry', 'fill-material', '42.91'],
    ['hydrochloric-acid-by-product', 'chemical-acid-hcl', '20.13'],
    ['organic-waste-water', 'carbon-source-denitrification', '37.00'],
    ['hydrochloric-acid-by-product', 'hcl-chlorine-recycling-feed', '20.13'],
    ['hydrochloric-acid-by-product', 'chemical-acid-hcl', '20.16'],
    ['chlorinated-residues', 'chlorine-recovery-feed', '20.14'],
    ['hydrogen-by-product', 'power-plant-gas', '35.30'],
    ['lpg-surplus', 'lpg-supply', '46.71'],
    ['zinc-leach-residue', 'lead-smelter-charge', '24.43'],
    ['copper-slag', 'aggregate-asphalt', '23.99'],
    ['phosphogypsum-raw', 'gypsum-acid-cement-feed', '23.51'],
    ['treated-municipal-effluent', 'reclamation-feed-water', '37.00'],
    ['nutrient-rich-water', 'biotreatment-nutrient', '17.11'],
    ['carbide-lime', 'building-lime', '23.61'],
    ['msw-bottom-ash', 'aggregate-asphalt', '42.11'],
    ['distillery-stillage', 'pig-feed-liquid', '01.46'],
    ['fishmeal', 'aquafeed-protein', '10.91'],
    ['net-rope-waste', 'caprolactam-depolymerisation-feed', '20.14'],
  ];
  it.each(KNOWN)('%s for %s at %s', (material, product, nace) => {
    const use = usesOf(kb, material).find((found) => found.use.replaces === product)?.use;
    expect(use?.receivers.some((r) => nace.startsWith(r))).toBe(true);
    // the activity's profile wants it, so that a company known by its activity alone is proposed
    expect(kb.profiles.some((p) => p.direction === 'input' && p.material === product && nace.startsWith(p.nace))).toBe(
      true,
    );
  });
});
