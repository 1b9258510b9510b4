import { co2, euro, tonnes } from '../words/index.ts';
import type { Goal } from './question.ts';

/** A sum of money, CO2 or tonnes as one reads it. */
export function tellWorth(goal: Goal, value: number): string {
  if (goal === 'money') return euro(value);
  return goal === 'co2' ? co2(value) : tonnes(value);
}
