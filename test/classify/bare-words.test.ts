import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const classifier = buildClassifier(kb);
const meant = (text: string, nace: string): string[] =>
  classifier.classify({ text, nace, direction: 'output' }).map(({ material }) => material);

describe('a bare word means what its giver has', () => {
  // the word of a paper, the giver's activity, what a process engineer reads
  const MEANT: readonly (readonly [string, string, string])[] = [
    ['slag', '24.10', 'blast-furnace-slag'],
    ['шлак', '24.44', 'copper-slag'],
    ['slag', '38.21', 'msw-bottom-ash'],
    ['slag', '35.11', 'bottom-ash-coal'],
    ['sludge', '10.51', 'food-biosludge'],
    ['шлам', '24.42', 'red-mud'],
    ['sludge', '20.14', 'industrial-biosludge'],
    ['осадок', '37.00', 'sewage-sludge'],
    ['sludge', '25.61', 'galvanic-sludge'],
    ['dust', '24.51', 'foundry-dust'],
    ['пыль', '23.51', 'cement-kiln-dust'],
    ['dust', '16.21', 'wood-dust'],
    ['ash', '35.11', 'fly-ash-coal'],
    ['ash', '38.21', 'msw-bottom-ash'],
    ['зола', '24.43', 'zinc-ash'],
    ['gypsum', '20.15', 'phosphogypsum-raw'],
    ['gypsum', '20.12', 'titanogypsum'],
    ['гипс', '35.11', 'fgd-gypsum'],
    ['scrap', '23.13', 'container-cullet'],
    ['обрезь', '15.11', 'leather-trimmings'],
    ['rejects', '17.12', 'recycled-pulp-rejects'],
    ['spent acid', '24.34', 'pickling-liquor-hcl'],
    ['spent acid', '20.14', 'spent-sulphuric-acid-dilute'],
    ['white slag', '20.13', 'soda-ash-slurry'],
    ['waste wood', '43.11', 'demolition-wood'],
    ['жом', '10.32', 'fruit-pomace'],
    ['husks', '10.82', 'cocoa-shell'],
    ['liquor', '17.11', 'black-liquor'],
    ['acetone', '20.14', 'acetone-by-product'],
    ['acetone', '21.10', 'spent-solvent-non-halogenated'],
    ['off-gas', '24.44', 'smelter-so2-gas'],
    ['отходящие газы', '24.10', 'blast-furnace-gas'],
    ['tar', '24.10', 'coal-tar'],
    ['хвосты', '07.29', 'metal-ore-tailings'],
    ['organic waste', '84.11', 'biowaste-municipal'],
    ['waste water', '84.11', 'treated-municipal-effluent'],
    ['calcium carbonate', '10.81', 'carbonation-lime'],
    ['scrubber sludge', '35.11', 'fgd-gypsum'],
    ['leftovers', '13.20', 'textile-cutting-waste'],
    ['electrolyte', '27.20', 'spent-sulphuric-acid-dilute'],
    ['waste residue', '01.11', 'crop-straw'],
    ['sand', '30.11', 'blasting-grit-contaminated'],
  ];
  it.each(MEANT)('%s at %s is %s', (word, nace, material) => {
    expect(meant(word, nace)[0]).toBe(material);
  });

  it('words that say nothing leave it bare, words that say something do not', () => {
    expect(meant('process slag waste', '24.44')).toEqual(['copper-slag']);
    expect(meant('slag from ladle metallurgy', '24.10')[0]).toBe('ladle-slag');
    expect(meant('waste residue', '24.42')).toEqual(['red-mud']);
    expect(meant('waste acid', '24.44')).toEqual(['spent-sulphuric-acid-dilute']);
  });

  it('the kind of plant and the name of the giver choose among the meanings', () => {
    const of = (text: string, company: string, nace: string): string | undefined =>
      classifier.classify({ text, company, nace, direction: 'output' })[0]?.material;
    expect(of('slag', 'Electric arc steelworks', '24.10')).toBe('eaf-slag');
    expect(of('slag', 'Integrated steelworks', '24.10')).toBe('blast-furnace-slag');
    expect(of('sludge', 'Aluminium smelter', '24.42')).toBe('calcium-fluoride-sludge');
    expect(of('boiler ash', 'Rice mill', '10.61')).toBe('rice-husk-ash');
    expect(of('boiler ash', 'Flour mill', '10.61')).toBe('husk-straw-ash');
  });

  it('a code says more than the activity, and without an activity a word stays open', () => {
    const [coded] = classifier.classify({
      text: 'ash',
      nace: '35.11',
      codes: { ewc: '10 01 01' },
      direction: 'output',
    });
    expect(coded!.material).toBe('bottom-ash-coal');
    expect(classifier.classify({ text: 'slag', direction: 'output' })[0]!.material).toBe('slag');
  });
});

describe('the table of bare words', () => {
  it('is met by its own texts in the order of its meanings, which share 0.9', () => {
    const rows = (kb.bareWords ?? []).flatMap(({ texts, nace, materials }) =>
      nace.filter((code) => code.length === 5).flatMap((code) => texts.map((text) => ({ text, code, materials }))),
    );
    expect(rows.length).toBeGreaterThan(500);
    for (const { text, code, materials } of rows) {
      const readings = classifier.classify({ text, nace: code, direction: 'output' });
      expect(
        readings.map(({ material }) => material),
        `${text} ${code}`,
      ).toEqual(materials);
      const sum = readings.reduce((total, { confidence }) => total + confidence, 0);
      expect(sum, `${text} ${code}`).toBeCloseTo(0.9, 1);
    }
  });

  it('lists a material once a row', () => {
    for (const { materials, texts } of kb.bareWords ?? [])
      expect(new Set(materials).size, texts[0]).toBe(materials.length);
  });
});
