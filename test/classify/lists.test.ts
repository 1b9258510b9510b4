import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const classifier = buildClassifier(loadKnowledge());

/** The first reading of each thing, in the order of the text; one where the description names one. */
function thingsOf(text: string, nace?: string): string[] {
  const readings = classifier.classify({ text, nace });
  const parts = new Set(readings.map(({ part }) => part));
  return [...parts]
    .sort((a = 0, b = 0) => a - b)
    .map((part) => readings.find((reading) => reading.part === part)!.material);
}

describe('a description that lists several things is read as each of them', () => {
  it.each([
    ['spent yeast, spent grain and CO2', '11.05', ['brewers-yeast-spent', 'brewers-grain', 'biogenic-co2']],
    ['steam and condensate', '35.11', ['surplus-steam', 'condensate']],
    ['waste paper, plastic film; wood pallets', '52.10', ['waste-paper-mixed', 'ldpe-film-clean', 'wood-pallet-used']],
    ['опилки, щепа, кора', '16.10', ['sawdust-clean', 'wood-chips-slabs', 'bark']],
    ['барда и углекислый газ', '11.01', ['distillery-stillage', 'biogenic-co2']],
    ['hydrogen and chlorine', '20.13', ['hydrogen-by-product', 'chlorine-by-product']],
  ])('%s', (text, nace, things) => expect(thingsOf(text, nace)).toEqual(things));

  it.each([
    ['blast furnace slag and dust', '24.10', ['blast-furnace-slag', 'blast-furnace-dust']],
    ['iron, aluminium and copper scrap', '52.10', ['cast-iron-scrap', 'aluminium-scrap', 'copper-scrap']],
    ['лом чёрных и цветных металлов', '24.10', ['steel-scrap', 'nonferrous-scrap-other']],
    ['лом меди и алюминия', '38.32', ['copper-scrap', 'aluminium-scrap']],
  ])('with the words that they share: %s', (text, nace, things) => expect(thingsOf(text, nace)).toEqual(things));

  it('where a word alone may mean several things, by the meanings at its giver', () => {
    const readings = classifier.classify({ text: 'slag, dust and mill scale', nace: '24.10' });
    const of = (part: number) => readings.filter((reading) => reading.part === part).map(({ material }) => material);
    expect(of(1)).toContain('converter-slag');
    expect(of(2)).toContain('blast-furnace-dust');
    expect(of(3)).toContain('mill-scale-clean');
  });
});

describe('a description of one flow stays one', () => {
  it.each([
    'mixture of sand and clay',
    'bottom and fly ash',
    'ash and slag',
    'paper sludge with ink',
    'oil and water emulsion',
    'sand contaminated with oil and heavy metals',
    'cut and fill',
    'нефть и нефтепродукты',
    'sludge from dairies and breweries',
    'meat and bone meal',
    'bricks and concrete',
    'fluorescent tubes, mercury',
    'foundry sand, spent, clean enough to reuse',
    'Sewage sludge, dried and granulated',
    'Брак и обрезки гипсокартонных листов',
    'Зола-унос, сухой отбор',
    'Copper; waste and scrap',
  ])('%s', (text) => expect(classifier.classify({ text }).every(({ part }) => part === undefined)).toBe(true));

  it('and so does one that has a code, and what a buyer asks for', () => {
    const text = 'steam and condensate';
    expect(classifier.classify({ text, codes: { ewc: '16 10 02' } }).some(({ part }) => part)).toBe(false);
    expect(classifier.classify({ text, direction: 'input' }).some(({ part }) => part)).toBe(false);
  });
});
