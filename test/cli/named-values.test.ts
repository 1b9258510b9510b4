import { expect, it } from 'vitest';
import { amount } from '../../src/cli/named-values.ts';

it.each([
  ['500000', 500_000],
  ['500 000', 500_000],
  ['0,5', 0.5],
  ['1.25', 1.25],
])('%s is %d', (text, value) => expect(amount(text, '--budget')).toBe(value));

it.each(['500,000', '1,234,567', '', 'much'])('%s is no amount', (text) =>
  expect(() => amount(text, '--budget')).toThrow(`--budget: found "${text}", wanted a number`),
);
