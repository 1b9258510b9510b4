import { describe, expect, it } from 'vitest';
import { STEPS } from '../../src/domain/index.ts';
import { en } from '../../web/src/words/en.ts';
import { ru } from '../../web/src/words/ru.ts';

describe('the words of the page', () => {
  it('tell each step of a job in both languages', () => {
    const told = STEPS.filter((step) => `what_${step}` in en && `what_${step}` in ru);
    expect(told).toEqual(STEPS);
  });
});
