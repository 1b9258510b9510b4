import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../src/app/run/settings.ts';
import type { SettingsInput } from '../../src/app/symbion.ts';
import type { SymbionError } from '../../src/domain/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();
const factor = knowledge.factors.find(({ mode }) => mode === 'rail')!.id;

function faultsOf(input: SettingsInput): string[] {
  try {
    completeSettings(input, '2026-11-28', knowledge);
    return [];
  } catch (error) {
    return (error as SymbionError).issues.map(({ column, found, wanted }) => `${column} ${found}: ${wanted.en}`);
  }
}

describe('settings that a person gives', () => {
  it('own prices and factors are of what the knowledge base knows, a factor also of one way of transport', () => {
    expect(faultsOf({ prices: { 'steel-scrap': 300 }, factors: { [factor]: 0.05, [`${factor}.rail`]: 0.03 } })).toEqual(
      [],
    );
  });

  it('tells every fault at once, a slip in an id too', () => {
    expect(faultsOf({ top: 0, asOf: 'yesterday', prices: { 'steel-scrapp': 300 }, factors: { nothing: 1 } })).toEqual([
      'top 0: a whole number from 1 to 1000',
      'asOf yesterday: a date YYYY-MM-DD',
      'factors nothing: the id of a factor of the knowledge base',
      'prices steel-scrapp: the id of a material of the knowledge base',
    ]);
  });
});
