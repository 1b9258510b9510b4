import { describe, expect, it } from 'vitest';
import { describeMaterial } from '../../src/app/knowledge/describe-material.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();

describe('what is known of a material', () => {
  it('holds what its broader materials can replace, marked as inherited', () => {
    const { uses } = describeMaterial(knowledge, 'fly-ash-siliceous-dry');
    expect(uses.some((use) => !use.inherited)).toBe(true);
    for (const use of uses) expect(use.inherited).toBe(use.material !== 'fly-ash-siliceous-dry');
  });

  it('who asks for the broader product is served by what replaces the narrower, not the other way', () => {
    const replaced = (id: string) => new Set(describeMaterial(knowledge, id).substitutes.map((use) => use.replaces));
    const wanted = new Set(knowledge.uses.map((use) => use.replaces));
    for (const { id, parent } of knowledge.materials.values()) {
      if (parent === undefined) continue;
      if (wanted.has(id)) expect(replaced(parent)).toContain(id);
      if (wanted.has(parent)) expect(replaced(id)).not.toContain(parent);
    }
  });

  it('an unknown one is not found', () =>
    expect(() => describeMaterial(knowledge, 'unobtainium')).toThrow('There is no material "unobtainium".'));
});
