import { describe, expect, it } from 'vitest';
import { describeMaterial } from '../../src/app/describe-material.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();

describe('what is known of a material', () => {
  it('holds what its broader materials can replace, marked as inherited', () => {
    const { uses } = describeMaterial(knowledge, 'fly-ash-siliceous-dry');
    expect(uses.some((use) => !use.inherited)).toBe(true);
    for (const use of uses) expect(use.inherited).toBe(use.material !== 'fly-ash-siliceous-dry');
  });

  it('who asks for the broader product is served by what replaces the narrower, not the other way', () => {
    const replacing = (id: string) => describeMaterial(knowledge, id).substitutes.map((use) => use.replaces);
    const narrow = [...knowledge.materials.values()].find(
      ({ id, parent }) =>
        parent &&
        knowledge.uses.some((use) => use.replaces === id) &&
        knowledge.uses.some((use) => use.replaces === parent),
    )!;
    expect(replacing(narrow.parent!)).toContain(narrow.id);
    expect(replacing(narrow.id)).not.toContain(narrow.parent);
  });

  it('an unknown one is not found', () =>
    expect(() => describeMaterial(knowledge, 'unobtainium')).toThrow('There is no material "unobtainium".'));
});
