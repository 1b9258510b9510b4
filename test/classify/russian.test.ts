import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const classifier = buildClassifier(loadKnowledge());

const read = (text: string, nace: string): string | undefined =>
  classifier.classify({ text, nace, direction: 'output' })[0]?.material;
const told = (name: string): string | undefined => classifier.classifyActivity({ name })[0]?.nace;

describe('words of Russian waste forms', () => {
  it.each([
    ['ткань фильтровальная из синтетических волокон, загрязнённая пылью свинца', '24.43', 'filters-air-used'],
    ['семена пшеницы, протравленные фунгицидом', '01.11', 'treated-seed'],
    ['зола от сжигания кородревесных отходов', '17.12', 'wood-ash'],
    ['отсев дробления известняка, фракция 0-5', '08.11', 'limestone-fines'],
    ['шлам древесный от шлифовки натуральной древесины', '16.21', 'wood-dust'],
    ['опилки никеля незагрязнённые', '25.62', 'nonferrous-scrap-other'],
    ['гудрон', '19.20', 'vacuum-residue'],
    ['кислый гудрон', '19.20', 'acid-tar'],
    ['нефелиновый концентрат', '08.91', 'nepheline-concentrate'],
    ['нефелиновый шлам', '24.42', 'nepheline-sludge'],
    ['Шлак дoменный гpанулированный', '24.10', 'blast-furnace-slag'],
    ['просыпь угля на причале', '52.22', 'coal-fines'],
    ['топливная щепа', '16.10', 'wood-chips-slabs'],
    ['фосфатидный концентрат', '10.41', 'oil-gums'],
    ['шлам ХВО котельной', '35.30', 'decarbonisation-lime-sludge'],
    ['пыль абразивная от шлифования чёрных металлов', '25.62', 'grinding-sludge'],
    ['опилки древесные, загрязнённые нефтепродуктами (менее 15 %)', '45.20', 'sorbent-oil-spent'],
    ['упаковка полипропиленовая, загрязнённая лаком', '20.30', 'packaging-contaminated'],
    ['отходы полипропиленовой тары незагрязнённой', '20.30', 'pp-waste'],
    ['осадок очистных сооружений дождевой канализации', '25.62', 'sand-grit-wastewater'],
    ['избыточный ил биологических очистных сооружений хозбытовых стоков', '37.00', 'sewage-sludge'],
    ['содержимое жироотделителей столовой', '56.29', 'grease-trap-waste'],
    ['шпалы железобетонные', '49.20', 'concrete-rubble'],
    ['шпалы деревянные пропитанные', '49.20', 'wood-treated'],
    ['светодиодные лампы, утратившие потребительские свойства', '25.62', 'weee'],
    ['картриджи принтеров', '62.01', 'weee'],
    ['отходы СМС, просыпь порошка', '20.41', 'soap-waste'],
  ])('reads %s of %s as %s', (text, nace, material) => {
    expect(read(text, nace)).toBe(material);
  });
});

describe('names of Russian companies', () => {
  it.each([
    ['ООО «Мираторг-Белгород» свинокомплекс', '01.46'],
    ['АО «Апатит», Череповецкий комплекс минеральных удобрений', '20.15'],
    ['АО «Апатитхлеб»', '10.71'],
    ['ГП «Бокситогорское ДРСУ»', '42.11'],
    ['Медногорский хлебозавод', '10.71'],
    ['ООО «Башнефть-Бурение»', '09.10'],
    ['биогазовая станция «Лучки»', '35.21'],
    ['СПК «Красная заря» молочно-товарная ферма', '01.41'],
    ['ООО «ЭкоПласт» вторичный полиэтилен', '38.32'],
  ])('%s lives by %s', (name, nace) => {
    expect(told(name)).toBe(nace);
  });
});
