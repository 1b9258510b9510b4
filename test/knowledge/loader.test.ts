import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkKnowledge, readKnowledge } from '../../src/knowledge/index.ts';

const dirs: string[] = [];
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true });
});

/** A base of a few tables; `materials/more.csv` style names make folders. */
function base(files: Record<string, string>): ReturnType<typeof readKnowledge> {
  const dir = mkdtempSync(join(tmpdir(), 'symbion-knowledge-'));
  dirs.push(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return readKnowledge(dir);
}

const told = (files: Record<string, string>): string[] =>
  checkKnowledge(base(files)).map((i) => `${i.file} ${i.row} ${i.column} ${i.found}`);

const MATERIALS = `id,parent,name_ru,name_en,dimension,role,contaminants,use_class,evidence
mineral,,минерал,mineral,t,both,,,estimate
ash,mineral,зола,ash,,by-product,heavy-metals,,estimate
fly-ash,ash,зола-унос,fly ash,,by-product,sulphide,,estimate
soil-improver,mineral,мелиорант,soil improver,,product,,soil-food,estimate
cement-addition,mineral,добавка,addition,,product,,cement,estimate
`;
const USES = `material,replaces,receivers,treatment_ru,treatment_en,fit,ratio,virgin_price_eur_per_unit,treatment_eur_per_unit,co2_avoided_virgin_kg_per_unit,co2_avoided_landfill_kg_per_unit,co2_treatment_kg_per_unit,distance_limit_km,mode,basis,evidence
`;
const ACTIVITIES = `nace,name_ru,name_en
23.51,цемент,cement
`;

describe('the loader', () => {
  it('reads several files of one table and inherits', () => {
    const kb = base({
      'materials.csv': MATERIALS,
      'materials/more.csv':
        'id,parent,name_ru,name_en,role,evidence\npeat-ash,ash,зола торфа,peat ash,by-product,estimate\n',
    });
    expect(checkKnowledge(kb)).toEqual([]);
    expect(kb.materials.get('peat-ash')).toMatchObject({
      dimension: 't',
      contaminants: ['heavy-metals'],
      parent: 'ash',
    });
    expect(kb.materials.get('fly-ash')?.contaminants).toEqual(['sulphide', 'heavy-metals']);
  });

  it('leaves a wrong row out and tells file, row, column and value', () => {
    const files = {
      'materials.csv': `${MATERIALS}Bad Id,nowhere,слово,слово,,thing,,,\n`,
    };
    expect(base(files).materials.size).toBe(5);
    expect(told(files)).toEqual([
      'materials.csv 7 id Bad Id',
      'materials.csv 7 parent nowhere',
      'materials.csv 7 name_en слово',
      'materials.csv 7 role thing',
      'materials.csv 7 evidence ',
    ]);
  });

  it('tells of cells too many, of unknown columns and of circles', () => {
    expect(told({ 'activities.csv': 'nace,name_ru,name_en,colour\n23.51,цемент,cement,grey,extra\n' })).toEqual([
      'activities.csv 1 colour undefined',
      'activities.csv 2 undefined 5',
    ]);
    const circle = `${MATERIALS}a,b,а,a,,by-product,,,estimate\nb,a,б,b,,by-product,,,estimate\n`;
    expect(told({ 'materials.csv': circle })).toEqual(['materials.csv 7 parent b', 'materials.csv 8 parent a']);
  });

  it('tells of a use that stands twice, replaces no product, names no activity or is refused by a rule', () => {
    const row = (material: string, replaces: string, receivers: string): string =>
      `${material},${replaces},${receivers},нет,none,80,1,,,10,0,0,,,documented,estimate\n`;
    const rules =
      'id,name_ru,name_en,jurisdiction,contaminants,use_classes,effect,citation\nno-metals,нет,no,*,heavy-metals,soil-food,refuse,estimate\n';
    const uses =
      USES +
      row('fly-ash', 'cement-addition', '23.51') +
      row('fly-ash', 'cement-addition', '23.51') +
      row('ash', 'fly-ash', '23.51') +
      row('ash', 'soil-improver', '99.99');
    expect(
      told({ 'materials.csv': MATERIALS, 'uses.csv': uses, 'rules.csv': rules, 'activities.csv': ACTIVITIES }),
    ).toEqual([
      'uses.csv 3 material fly-ash',
      'uses.csv 4 replaces fly-ash',
      'uses.csv 5 receivers 99.99',
      'uses.csv 5 replaces soil-improver',
    ]);
  });

  it('tells of a citation that begins with no document of the table, and of a document that nothing cites', () => {
    const documents =
      'name,kind,title,issuer,year\nEN 450-1:2012,standard,Fly ash for concrete,CEN,2012\nEN 1:1998,standard,Stoves,CEN,1998\n';
    const row = (material: string, evidence: string) =>
      `${material},cement-addition,23.51,нет,none,80,1,,,10,0,0,,,documented,${evidence}\n`;
    const uses = `${USES}${row('fly-ash', 'EN 450-1:2012; figures estimated')}${row('ash', 'Great Book of Ash 2011')}`;
    const files = { 'materials.csv': MATERIALS, 'activities.csv': ACTIVITIES, 'uses.csv': uses };
    expect(told({ ...files, 'documents.csv': documents })).toEqual([
      'uses.csv 3 evidence Great Book of Ash 2011',
      'documents.csv 3 name EN 1:1998',
    ]);
  });

  it('tells of a process whose capital is missing, without a source, or out of all proportion', () => {
    const head =
      'id,name_ru,name_en,nace,inputs,outputs,evidence,capex_eur,capex_at_per_year,capex_exponent,capex_evidence\n';
    const row = (id: string, capital: string) => `${id},печь,kiln,23.51,ash:1,fly-ash:0.5,estimate,${capital}\n`;
    const toldOf = (rows: string) =>
      told({ 'materials.csv': MATERIALS, 'activities.csv': ACTIVITIES, 'processes.csv': head + rows });
    expect(toldOf(row('kiln', '5000000,30000,0.6,estimate'))).toEqual([]);
    expect(toldOf(row('kiln', ',30000,0.6,'))).toEqual([
      'processes.csv 2 capex_eur ',
      'processes.csv 2 capex_evidence ',
    ]);
    expect(toldOf(row('kiln', '5,0,1.6,estimate'))).toEqual([
      'processes.csv 2 capex_eur 5',
      'processes.csv 2 capex_at_per_year 0',
      'processes.csv 2 capex_exponent 1.6',
    ]);
  });

  it('hangs limits on the uses of a material, a product or both, narrower ones included', () => {
    const parameters = 'id,name_ru,name_en,unit\nLOI,ППП,LOI,%\n';
    const use = `${USES}fly-ash,cement-addition,23.51,нет,none,80,1,,,10,0,0,,,documented,estimate\n`;
    const limits =
      'material,replaces,parameter,operator,value,if_missing,evidence\nash,,LOI,<,10,neutral,estimate\n,cement-addition,LOI,<,7,refuse,estimate\nmineral,soil-improver,LOI,<,1,neutral,estimate\n';
    const kb = base({
      'materials.csv': MATERIALS,
      'uses.csv': use,
      'limits.csv': limits,
      'parameters.csv': parameters,
      'activities.csv': ACTIVITIES,
    });
    expect(kb.uses[0]?.limits.map((limit) => limit.value)).toEqual([10, 7]);
    expect(checkKnowledge(kb).map((i) => i.row)).toEqual([4]);
  });

  it('gives the same version for the same tables and another for a changed cell', () => {
    const one = base({ 'materials.csv': MATERIALS });
    expect(base({ 'materials.csv': MATERIALS }).version).toBe(one.version);
    expect(base({ 'materials.csv': MATERIALS.replace('fly ash', 'fly  ash') }).version).not.toBe(one.version);
  });
});
