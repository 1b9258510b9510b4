import { describe, expect, it } from 'vitest';
import { inferFlows } from '../../src/classify/index.ts';
import { loadKnowledge, usesOf } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const demands = new Map<string, Set<string>>();

/** Products that a company of the class, known by its activity alone, is expected to buy. */
function wantedBy(nace: string): Set<string> {
  const known = demands.get(nace);
  if (known) return known;
  const companies = [{ id: 'c', name: '', visibility: 'public', nace } as const];
  const flows = inferFlows({ companies, sites: [{ id: 'c', companyId: 'c', modes: [] }], flows: [] }, kb);
  const wanted = new Set(flows.filter((f) => f.direction === 'input').map((f) => f.readings[0]!.material));
  demands.set(nace, wanted);
  return wanted;
}

const takes = (nace: string, material: string): boolean =>
  usesOf(kb, material).some(
    ({ use }) =>
      wantedBy(nace).has(use.replaces) &&
      (use.receivers.length === 0 || use.receivers.some((receiver) => nace.startsWith(receiver))),
  );

function expectTakers(material: string, takers: string, others: string): void {
  expect(takers.split(' ').filter((nace) => !takes(nace, material))).toEqual([]);
  expect(others.split(' ').filter((nace) => takes(nace, material))).toEqual([]);
}

const CLASSES = kb.activities.map(({ nace }) => nace).filter((nace) => /^\d\d\.\d\d$/.test(nace));

describe('a material goes to those who use much of it', () => {
  // material, classes that take it over the fence, classes that do not
  it.each([
    ['pulp-biosludge', '01.11 38.21 23.51', '01.13 10.91 10.51'],
    ['vacuum-residue', '19.20 23.99', '01.11 10.91 22.21'],
    ['apatite-concentrate', '20.15', '01.11 10.91 42.11'],
    ['nepheline-concentrate', '24.42 23.13', '01.11 42.11 10.91'],
    ['coal-fines', '35.11 35.30 23.51', '01.47 10.91 24.42'],
    ['potassium-carbonate', '23.13 20.15', '10.91 42.11'],
    [
      'surplus-steam',
      '10.51 10.81 11.05 13.30 16.21 17.12 19.20 20.14 20.60 21.10 22.11 35.30',
      '08.11 23.70 25.62 28.11 31.09 41.20 42.11 11.02 23.51 26.20',
    ],
    [
      'hot-water-surplus',
      '01.13 10.11 11.06 13.30 16.10 25.61 35.30 37.00',
      '08.11 19.10 22.22 23.51 24.10 25.62 28.29 41.20',
    ],
    ['waste-heat-60-95', '01.13 10.51 16.10 21.10 35.30', '07.10 18.12 23.13 24.10 25.11 30.11 42.11'],
    ['condensate', '17.12 19.20 20.14 35.11 35.30', '10.71 13.92 16.24 22.22 23.51 28.11'],
    ['cooling-water-used', '17.12 19.20 20.13 24.10 35.11', '13.92 20.42 23.19 28.11 35.14 41.20'],
    ['treated-municipal-effluent', '17.12 19.20 24.10 35.11 20.14', '10.51 10.71 11.07 21.20 23.12 35.12 35.23 38.32'],
    ['nitrogen-by-product', '19.20 20.14 20.16 21.10 26.11', '10.71 25.11 25.73 13.10 23.51 41.20 08.11'],
    ['oxygen-by-product', '24.10 24.44 20.14 17.11 23.14 37.00', '10.51 13.30 22.22 25.62 16.10 08.12'],
    ['argon-by-product', '24.10 30.11 24.45', '10.51 28.23 33.14 25.71 20.14'],
    ['compressed-air-surplus', '19.20 20.14 22.11 24.10 23.13', '10.71 13.92 18.12 28.23 31.09 32.12 35.14'],
    ['refinery-fuel-gas', '23.62 20.14 35.11 23.13', '10.71 13.30 16.24 17.23 22.22 25.62 41.20'],
    ['blast-furnace-gas', '24.10 35.11 19.10 23.52', '10.51 17.12 20.16 23.32 24.42 24.51 22.11'],
    ['coke-oven-gas', '24.10 35.11 20.15 23.13', '10.51 10.71 13.30 17.22 22.11 25.62'],
    ['biogas', '10.51 11.05 35.11 23.32', '19.20 24.10 24.42 13.92 16.24 25.62 28.11'],
    ['surplus-cold', '10.51 10.52 63.11 26.11', '10.61 20.30 20.51 23.51 26.52'],
    ['surplus-electricity', '24.42 20.13 63.11 24.10', '16.10 20.42 22.22 24.33 25.62'],
    ['iron-sulphate', '36.00 37.00', '10.71 10.85 17.23 21.20 28.11'],
    ['copper-slag', '30.11 33.15 23.51', '25.71 25.93 30.12 10.51'],
  ])('%s goes to %s and not to %s', (material, takers, others) => {
    expectTakers(material, takers, others);
  });

  it.each([
    ['sawdust-clean', '16.21 35.30 01.47', '24.10 19.20 22.11 36.00 10.51'],
    ['wood-waste-mixed', '16.21 35.30', '10.51 24.10 28.11 16.23 17.22'],
    ['rdf-srf', '23.51 38.21', '10.51 01.13 24.10 16.10 10.71'],
    ['used-mineral-oil', '23.51 38.22', '10.71 01.13 10.51 35.30 42.11'],
    ['spent-solvent-non-halogenated', '38.22 23.51', '10.51 11.05 31.09 01.13 23.32'],
    ['sewage-sludge', '37.00 23.51', '10.51 11.05 11.07 31.09'],
    ['fly-ash-coal', '23.51 42.11 23.61', '01.13 10.51 11.05 17.12 22.11 22.21 20.59'],
    ['bottom-ash-coal', '42.11 23.61', '25.71 41.10 43.13 10.51 24.10'],
    ['msw-bottom-ash', '42.11', '10.51 01.13 17.12 03.22'],
    ['concrete-rubble', '42.11 38.32', '11.05 17.12 23.13 24.10'],
    ['quarry-screenings', '42.11 23.61', '10.51 17.12 18.12 41.10'],
    ['overburden', '42.11', '10.51 17.12 22.11 41.10'],
    ['excavated-soil', '42.11', '10.51 24.10 17.12 38.11'],
    ['limestone-fines', '23.51 42.11', '18.12 31.09 22.11 63.11'],
    ['hydrochloric-acid-by-product', '24.10 25.61', '10.51 31.09 01.13 10.71 24.33'],
    ['caustic-soda-by-product', '17.11 24.42', '23.51 08.11 42.11 31.09'],
    ['lime-kiln-dust', '42.11 25.61', '10.51 31.09 24.33 15.11'],
    ['weee', '38.32', '41.20 42.11 23.51 33.12'],
    ['paint-sludge', '38.22', '20.30 01.13 10.51 42.11 23.32'],
    ['ammonium-thiosulphate', '20.15', '20.51 10.51 24.10'],
    ['pig-iron-surplus', '24.10 24.51 24.52', '23.51 20.13 42.11'],
    ['titanium-slag', '20.12 24.45', '01.11 42.11 23.51 24.42'],
    ['naphtha-surplus', '19.20 20.14 35.21', '20.20 23.51 35.30 38.22'],
    ['citrus-oil', '20.53', '01.42 10.91 35.21'],
    ['plastic-drum-used', '22.29 38.32', '24.10 24.51 35.21'],
    ['cardboard-used', '17.12 46.77', '24.10 23.13'],
    ['steel-scrap', '24.10 46.77', '46.75 17.12'],
    ['greenhouse-plant-waste', '38.21 17.29', '01.47 42.11'],
    ['beet-soil', '42.11 43.12', '10.91 10.92'],
    ['chromite-concentrate', '24.10 23.20', '01.11 42.11 24.42'],
    ['pvc-waste', '22.21 22.29', '23.51 35.30'],
    ['glass-fines', '23.14 23.19', '10.71 24.10'],
    ['olive-mill-water', '35.21 38.21', '23.51 36.00'],
    ['cotton-waste', '13.92 13.93', '23.51 10.51'],
  ])('solids and liquids: %s goes to %s and not to %s', (material, takers, others) => {
    expectTakers(material, takers, others);
  });

  it.each([
    ['vanadium-slag', '24.45 24.10', '23.51 42.11 01.11'],
    ['rare-earth-magnet-scrap', '24.45 38.32', '24.10 23.44 25.62'],
    ['indium-gallium-scrap', '24.45 38.32', '24.43 26.12 10.51'],
    ['carbon-fibre-waste', '22.29 13.95 20.16', '23.51 17.12 13.10 41.20'],
    ['aramid-waste', '13.95 22.19 23.99', '13.10 17.12 23.51'],
    ['meat-bone-meal-ash', '20.15', '10.91 01.11 23.51'],
    ['dicalcium-phosphate', '10.91 10.92 20.15', '10.51 10.71 20.42'],
    ['herb-extraction-residue', '38.21 35.21 35.30', '10.91 10.51 21.20'],
    ['date-pit', '10.91 20.59 35.30', '10.51 23.32 17.11'],
    ['olive-leaves', '10.89 21.10 35.30', '10.51 17.12 23.51'],
    ['blasting-grit-mineral', '23.51 42.11', '24.10 23.11 01.11'],
    ['container-cullet', '23.13 23.32 23.51 23.61 42.11', '26.11 41.20 42.12 10.51'],
    ['charcoal-fines', '01.11 01.30 24.10', '10.51 41.20 17.12'],
    ['grape-pomace', '10.89 10.41 20.12', '10.51 20.30 21.20'],
    ['feathers', '10.13 20.15', '10.51 01.41 38.32'],
    ['crustacean-shell', '20.59 10.91 20.15', '23.61 42.11 23.52'],
    ['shellfish-shell', '23.52 10.91 42.11', '20.59 20.14 21.10'],
    ['quartz-fines', '23.51 23.61 23.32', '24.10 24.45 10.91'],
    ['fish-offal', '10.91 20.15', '10.41 10.51 01.11'],
    ['bran-middlings', '01.49 10.91 01.13', '10.51 20.14 23.32'],
    ['rapeseed-cake', '10.91 10.89', '10.41 20.59 38.21'],
    ['cashew-shell-liquid', '20.16 23.99', '10.41 10.91 17.12'],
    ['fruit-seeds', '10.41 10.91 38.21', '10.51 17.11 23.32'],
    ['distillers-corn-oil', '20.59 10.91', '10.41 20.41 38.21'],
    ['cotton-waste', '13.10 20.60 17.11', '16.21 23.51 20.16'],
    ['leather-shavings-chrome-free', '20.15 15.20', '10.91 01.11 24.45'],
    ['wool-scour-sludge', '38.21', '20.42 01.11 13.20'],
    ['acetone-by-product', '20.14', '38.22 20.30 23.51'],
    ['egg-shell', '10.91 23.51 20.30', '10.51 20.59 42.11'],
    ['soda-ash-by-product', '23.13 23.11', '10.91 42.11 01.11'],
    ['waelz-clinker-copper', '24.44 23.51', '24.42 42.11 01.11'],
    ['fuel-pellets', '35.30 35.11 01.13', '16.29 10.91 23.51'],
    ['lignin-hydrolysis', '16.29 35.30', '10.91 42.11 23.13'],
    ['potassium-carbonate', '23.13 20.15 23.63', '10.91 42.11'],
    ['wood-chips-slabs', '24.45 17.11', '24.10 24.42'],
    ['cottonseed', '10.41 10.91', '10.51 01.11 23.51'],
    ['intestinal-mucosa', '21.10', '10.41 01.11 23.51'],
    ['softening-pellet', '23.11 23.51', '10.51 17.12 24.42'],
    ['aluminium-molten', '24.42 24.53', '24.10 24.51 10.51'],
    ['gallium-liquor', '24.45', '24.10 17.11 38.32'],
    ['geothermal-water-used', '96.04 35.30 01.13', '10.51 17.12 23.51'],
    ['shredder-light-fraction', '38.32 38.21', '22.21 42.11 24.10'],
    ['fermentation-biomass', '81.30 01.11', '10.51 42.11'],
    ['phosphogypsum-neutralised', '20.13 23.62', '10.51 08.93'],
  ])('rarer by-products: %s goes to %s and not to %s', (material, takers, others) => {
    expectTakers(material, takers, others);
  });

  it('no utility is expected by a third of the classes of the economy', () => {
    const crowded = [...kb.materials.values()]
      .filter(({ role }) => role !== 'product')
      .filter(({ id }) => CLASSES.filter((nace) => takes(nace, id)).length > CLASSES.length / 3);
    expect(crowded.map(({ id }) => id)).toEqual([]);
  });
});
