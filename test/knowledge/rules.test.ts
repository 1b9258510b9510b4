import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { applies } from './refusals.ts';
import { meeting, nearMisses } from './rule-cases.ts';

const kb = loadKnowledge();

describe('every rule, read plainly', () => {
  for (const rule of kb.rules) {
    it(`${rule.id} holds of what it is about and cites why`, () => {
      const { material, product } = meeting(kb, rule);
      const base = { ...kb, materials: new Map([...kb.materials, [material.id, material]]) };
      expect(applies(base, rule, material, product)).toBe(true);
      expect(rule.citation.length).toBeGreaterThan(8);
    });

    it.each(nearMisses(kb, rule).filter(({ missing }) => missing !== 'lack of a licence'))(
      `${rule.id} does not hold when the $missing is another`,
      ({ material, product }) => {
        const base = { ...kb, materials: new Map([...kb.materials, [material.id, material]]) };
        expect(applies(base, rule, material, product)).toBe(false);
      },
    );
  }

  it('every rule can be missed', () => {
    expect(kb.rules.filter((rule) => nearMisses(kb, rule).length === 0).map((rule) => rule.id)).toEqual([]);
  });
});
