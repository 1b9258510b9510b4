import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTINENT, COUNTRY, MACHINE, MEASURED, MEASURED_HALO } from '../../bench/scale/constants.ts';
import { cut, searchMicros, simulate } from '../../bench/scale/simulate.ts';
import { continentTable, haloTable } from '../../bench/scale/table.ts';

const flows = fc.integer({ min: 4, max: 9 }).map((power) => 10 ** power);
const sizes = fc.integer({ min: 3, max: 8 }).map((power) => 10 ** power);

describe('the plan of a continent', () => {
  it('docs/scale.md shows what the command prints', () => {
    const page = readFileSync('docs/scale.md', 'utf8');
    expect(page).toContain(continentTable());
    expect(page).toContain(haloTable());
  });

  it('a family of one material in one town is one shard that holds what it searches', () => {
    const one = { ...MEASURED, familyShares: [1], unplacedShare: 0 };
    expect(cut(1000, 1000, COUNTRY, one)).toEqual([{ count: 1, own: 1000, held: 1000 }]);
  });

  it('a hundred areas of 100 km with a reach of 100 km hold 1 + 4 + pi times their own', () => {
    const c = {
      ...MEASURED,
      familyShares: [1],
      unplacedShare: 0,
      haloShare: 1,
      reachShares: [{ km: 100, share: 1 }],
    };
    const [area] = cut(100_000, 1000, { squareKm: 1_000_000 }, c);
    expect(area!.count).toBe(100);
    expect(area!.held / area!.own).toBeCloseTo(1 + 4 + Math.PI, 9);
  });

  it('every stream is searched, those of unknown place once a piece; no shard holds less than it searches or more than there is', () => {
    fc.assert(
      fc.property(flows, sizes, fc.constantFrom(0, 0.05, 0.5), (n, size, unplacedShare) => {
        const kinds = cut(n, size, CONTINENT, { ...MEASURED, unplacedShare });
        const searched = kinds.reduce((sum, { count, own }) => sum + count * own, 0);
        expect(searched).toBeGreaterThanOrEqual(n * (1 - 1e-9));
        for (const { own, held } of kinds) {
          expect(held).toBeGreaterThanOrEqual(own * (1 - 1e-9));
          expect(held).toBeLessThanOrEqual(n * (1 + 1e-9));
        }
      }),
    );
  });

  it('meets the measured searches, between and beyond them by the same power', () => {
    for (const { flows: n, micros } of MEASURED.search) expect(searchMicros(n, MEASURED.search)).toBeCloseTo(micros, 6);
    expect(searchMicros(2e7, MEASURED.search)).toBeCloseTo((73.8 * 73.8) / 41.6, 6);
  });

  it('keeps within the memory of a machine and the time wished where any number of machines can', () => {
    for (const n of [1e6, 1e7, 1e8, 1e9]) {
      const plan = simulate(n, CONTINENT, MACHINE, 3600, MEASURED);
      expect(plan.memoryBytes).toBeLessThanOrEqual(MACHINE.memoryBytes);
      expect(plan.wallSeconds).toBeLessThanOrEqual(3600);
      expect(plan.wallSeconds * plan.machines * MACHINE.cores).toBeGreaterThanOrEqual(plan.coreHours * 3600);
    }
    expect(() => simulate(1e9, CONTINENT, { ...MACHINE, memoryBytes: 1e9 }, 3600, MEASURED)).toThrow('fits');
  });

  it('never holds less than what was measured, and not a third more', () => {
    for (const { parts, heldPerOwn } of MEASURED_HALO) {
      const [area] = cut(1e5, 1e5 / parts, COUNTRY, MEASURED);
      const ratio = area!.held / area!.own / heldPerOwn;
      expect(ratio).toBeGreaterThan(0.98);
      expect(ratio).toBeLessThan(1.34);
    }
  });
});
