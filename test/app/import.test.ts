import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileReading, readFiles } from '../../src/app/import/read-files.ts';
import type { HandedFile, Symbion } from '../../src/app/symbion.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import { compose } from '../../src/compose.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { understandInThreads } from '../../workers/understand-pool.ts';

const demo = (name: string): HandedFile => {
  const file = `fixtures/demo/${name}`;
  return { name, size: statSync(file).size, open: () => createReadStream(file, { highWaterMark: 1024 }) };
};
const written = (name: string, ...lines: string[]): HandedFile => ({
  name,
  open: () => Readable.from([Buffer.from(`${lines.join('\n')}\n`)]),
});
const files = () => ({ companies: demo('companies.csv'), flows: demo('flows.csv') });

describe('an import', () => {
  let dir: string;
  let symbion: Symbion;
  beforeEach(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-app-'));
    symbion = await compose({ SYMBION_DATA: dir }).open();
  });
  afterEach(async () => {
    await symbion.close();
    rmSync(dir, { recursive: true });
  });

  it('A1 tells how far it is: bytes read, rows understood, rows stored', async () => {
    const told: string[] = [];
    let last = 0;
    await symbion.importFiles(files(), {
      onProgress(done, total, what) {
        if (told.at(-1) !== what) {
          told.push(what);
          last = 0;
        }
        expect(done).toBeGreaterThanOrEqual(last);
        expect(done).toBeLessThanOrEqual(total);
        last = done;
      },
    });
    expect(told.filter((what) => what !== 'understand')).toEqual(['read', 'store']);
  });

  it('A1 tells problems in the order of the file, the unit as it was written', async () => {
    const flows = written(
      'flows.csv',
      'id,company_id,direction,description,quantity,unit',
      'F1,A,output,wooden pallets,300,шт',
      'F2,A,output,wooden pallets,many,t',
      'F3,B,output,wooden pallets,1,t',
    );
    const { issues } = await symbion.importFiles({ companies: written('c.csv', 'id,name', 'A,Mill'), flows });
    expect(issues.map(({ row, found, wanted }) => `${row} ${found}: ${wanted.ru}`)).toEqual([
      '2 шт: единица, переводимая в т: «Поддоны и деревянная тара б/у» считают в т',
      '3 many: число от 0 до 1000000000000',
      '4 B: код предприятия из файла или хранилища',
    ]);
  });

  it('tells a problem below the header that the file has', async () => {
    const flows = written(
      'потоки.csv',
      'Код;Предприятие;Направление;Отход;Кол-во, т/год;ewc',
      'F1;Б;отход;опилки;много;abc',
    );
    const { issues } = await symbion.importFiles({ companies: written('c.csv', 'id,name', 'A,Mill'), flows });
    const told = issues.map(({ header, column }) => `${header} (${column})`);
    expect(told).toEqual(['undefined (ewc)', 'Кол-во, т/год (quantity)']);
  });

  it('A2 leaves nothing when it is stopped while reading', async () => {
    const stop = new AbortController();
    const imported = symbion.importFiles(files(), {
      signal: stop.signal,
      onProgress: (done) => void (done > 5000 && stop.abort()),
    });
    await expect(imported).rejects.toMatchObject({ kind: 'cancelled' });
    expect((await symbion.findCompanies({}, 10)).rows).toEqual([]);
  });

  it('can be undone while it is one of the latest ten', async () => {
    const company = written('companies.csv', 'id,name', 'C1,Brewery');
    const undo: string[] = [];
    for (let n = 0; n < 11; n++)
      undo.push((await symbion.importFiles({ companies: company }, { undoable: true })).undo!);
    await expect(symbion.undoImport(undo[0]!)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await symbion.undoImport(undo[1]!)).companies.unchanged).toBe(1);
    expect((await symbion.undoImport(undo[10]!)).companies.unchanged).toBe(1);
  });

  it('takes flows alone when the store knows their companies and sites', async () => {
    const companies = written('c.csv', 'id,site_id,name,nace', 'C1,North,Brewery,11.05', 'C1,South,Brewery,11.05');
    await symbion.importFiles({ companies });
    const flows = written(
      'f.csv',
      'id,company_id,site_id,direction,description',
      "F1,C1,North,output,brewer's spent grain",
      'F2,C1,West,output,yeast',
      'F3,C2,,output,yeast',
      'F1,C1,South,output,yeast',
    );
    const { issues, changes, rejectedCsv } = await symbion.importFiles({ flows }, { acceptValid: true });
    expect(issues.map(({ row, column, found }) => `${row} ${column} ${found}`)).toEqual([
      '3 site_id West',
      '4 company_id C2',
      '5 id F1',
    ]);
    expect(changes.flows.added).toBe(1);
    expect(rejectedCsv!.split('\n').map((line) => line.split(',')[0])).toEqual(['id', 'F2', 'F3', 'F1', '']);
  });

  it('takes a code that no catalogue can have for a problem of its row, and a chapter of the European list for a code', async () => {
    const companies = written('c.csv', 'id,name', 'C1,Brewery');
    const rows = ['F1,C1,output,ash,10 01,', 'F2,C1,output,ash,99 01 02,', 'F3,C1,output,ash,,5 12 345 67 89 0'];
    const flows = written('f.csv', 'id,company_id,direction,description,ewc,fkko', ...rows);
    const { issues, changes } = await symbion.importFiles({ companies, flows }, { acceptValid: true });
    expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 ewc', '4 fkko']);
    expect(changes.flows.added).toBe(1);
  });

  it('writes nothing when one row of many is wrong, and when it only checks', async () => {
    const companies = written('c.csv', 'id,name', 'C1,Brewery', 'C2,');
    expect((await symbion.importFiles({ companies })).imported).toBe(false);
    const good = written('c.csv', 'id,name', 'Z,Zoo', 'A,Abattoir');
    const flows = written('f.csv', 'id,company_id,direction,description', 'F9,Z,output,manure', 'F1,A,output,blood');
    const checked = await symbion.importFiles({ companies: good, flows }, { dryRun: true });
    expect(checked.preview!.map(({ id }) => id)).toEqual(['F9', 'F1']);
    expect([checked.imported, checked.rows]).toEqual([false, { companies: 2, flows: 2, rejected: 0 }]);
    expect((await symbion.findCompanies({}, 10)).rows).toEqual([]);
  });

  it('undone brings back what it replaced and what it retired', async () => {
    await symbion.importFiles(files());
    const all = async () => [(await symbion.findCompanies({}, 100)).rows, (await symbion.findFlows({}, 500)).rows];
    const content = (rows: Awaited<ReturnType<typeof all>>) => JSON.stringify(rows).replaceAll(/,"version":\d+/g, '');
    const before = content(await all());
    const companies = written('c.csv', 'id,name', 'S01,Another name', 'NEW,New');
    const flows = written('f.csv', 'id,company_id,direction,description', 'O001,S01,output,slag', 'N,NEW,input,sand');
    const { undo, changes } = await symbion.importFiles({ companies, flows }, { retireMissing: true, undoable: true });
    expect([changes.companies, changes.flows]).toEqual([
      { added: 1, changed: 1, unchanged: 0, retired: 66 },
      { added: 1, changed: 1, unchanged: 0, retired: 180 },
    ]);
    await symbion.undoImport(undo!);
    expect(content(await all())).toBe(before);
  });
});

describe('a file of any length', () => {
  const knowledge = loadKnowledge();
  const understanding = { knowledge, classifier: buildClassifier(knowledge) };
  const understandApart = () => understandInThreads(2);

  it('that is large is understood in threads, to the same flows and problems', async () => {
    const lots = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `F${from + i},C${i % 9},output,"spent grain, lot ${i}",,t`);
    const wrong = [
      'F1,C1,output,ash,5,t',
      'X1,C1,output,steam at 150 °C,7,t',
      'X1,C1,input,steam,7,MWh',
      'X2,C99,output,ash,,',
    ];
    const flows = {
      ...written(
        'f.csv',
        'id,company_id,direction,description,quantity,unit',
        ...lots(0, 1500),
        ...wrong,
        ...lots(1500, 4000),
      ),
      size: 1e8,
    };
    const companies = written(
      'c.csv',
      'id,name,nace',
      ...Array.from({ length: 9 }, (_, i) => `C${i},Brewery ${i},11.05`),
    );
    const here = await readFiles({ companies, flows }, understanding);
    expect([here.flows.length, here.issues.map(({ row, column }) => `${row} ${column}`)]).toEqual([
      4001,
      ['1502 id', '1503 unit', '1505 company_id'],
    ]);
    expect(await readFiles({ companies, flows }, { ...understanding, understandApart })).toEqual(here);
  });

  it('stops, and its threads with it', async () => {
    const stop = new AbortController();
    const flows = { ...demo('flows.csv'), size: 1e8 };
    const onProgress = (done: number) => void (done > 20_000 && stop.abort());
    const reading = readFiles(
      { companies: demo('companies.csv'), flows },
      { ...understanding, understandApart },
      undefined,
      { signal: stop.signal, onProgress },
    );
    await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('is read no further than what was asked of it', async () => {
    const rows = 20_000;
    let given = 0;
    async function* flows(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('id,company_id,direction,description\n');
      for (; given < rows; given++) yield Buffer.from(`F${given},C,output,"spent grain, lot ${given}"\n`);
    }
    const companies = written('c.csv', 'id,name', 'C,Brewery');
    const reading = new FileReading({ companies, flows: { name: 'f.csv', open: flows } }, understanding);
    let taken = 0;
    let most = 0;
    for await (const part of reading.parts()) {
      taken += part.flows.length;
      most = Math.max(most, given - taken);
    }
    expect(taken).toBe(rows);
    expect(most).toBeLessThan(3000);
  });
});
