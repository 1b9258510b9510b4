import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Connection } from '../../src/store/embedded/database.ts';
import { Readings } from '../../src/store/embedded/readings.ts';
import { flow } from '../contract/samples.ts';

it('readings put off and written by material are those of the flows as they were put last, however few may wait', () => {
  const put = fc.record({
    id: fc.constantFrom('f1', 'f2', 'f10', 'ж'),
    materials: fc.uniqueArray(fc.constantFrom('ash', 'slag', 'зола'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (puts, most) => {
      const db = new Connection(new DatabaseSync(':memory:'));
      db.raw.exec('CREATE TABLE reading (material TEXT, flow_id TEXT, PRIMARY KEY (material, flow_id)) WITHOUT ROWID');
      const readings = new Readings(db, most);
      const stored = new Map<string, ReturnType<typeof flow>>();
      for (const { id, materials } of puts) {
        const row = flow(id, 'A', {
          readings: materials.map((material) => ({ material, confidence: 1, by: 'person' as const })),
        });
        const before = stored.get(id);
        if (before) readings.drop(JSON.stringify(before));
        readings.add(row);
        stored.set(id, row);
      }
      for (const _ of readings.write());
      const expected = [...stored.values()].flatMap((row) =>
        row.readings.map(({ material }) => `${material} ${row.id}`),
      );
      const found = db.all<{ row: string }>("SELECT material || ' ' || flow_id AS row FROM reading");
      expect(found.map(({ row }) => row).sort()).toEqual(expected.sort());
      db.close();
    }),
  );
});
