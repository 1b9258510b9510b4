import { type Rule, USE_CLASSES, type UseClass } from '../../domain/index.ts';
import type { Context } from '../problem/context.ts';
import type { Vocabulary } from '../problem/vocabulary.ts';
import { blocsOf, GUARDED } from './law.ts';

/** Place in the list of use classes; 0 = none. */
export const useClassCode = (useClass: UseClass | undefined) =>
  useClass === undefined ? 0 : USE_CLASSES.indexOf(useClass) + 1;
export const LICENSED = useClassCode('licensed');
export const RECYCLING = useClassCode('recycling');
/** Hazard classes 0 (none) to 9. */
const HAZARDS = 10;
export const REGIME = { none: 0, notify: 1, consent: 2, blocked: 3 } as const;

/**
 * The rules in force as bits: rule n is bit n of the words of each condition's row, so that all rules are asked at once.
 * A rule holds where the rows of material, product, use class, hazard class, European hazard and one of both countries have its bit.
 */
export function compileRules({ vocabulary, law, countries }: Context) {
  const { rules } = law;
  const { knowledge, materials } = vocabulary;
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const rows = (count: number, holds: (rule: Rule, row: number) => boolean): Uint32Array => {
    const bits = new Uint32Array(count * words);
    for (let row = 0; row < count; row++)
      rules.forEach((rule, n) => {
        if (holds(rule, row)) bits[row * words + (n >> 5)]! |= 1 << (n & 31);
      });
    return bits;
  };
  const names = countries.texts;
  return {
    lawMaterial: rows(materials.length, (rule, row) => concerns(vocabulary, rule, row)),
    lawProduct: rows(
      materials.length,
      (rule, row) => rule.products.length === 0 || isWithin(vocabulary, row, rule.products),
    ),
    lawUseClass: rows(
      USE_CLASSES.length + 1,
      (rule, row) => rule.useClasses.length === 0 || (row > 0 && rule.useClasses.includes(USE_CLASSES[row - 1]!)),
    ),
    lawHazard: rows(
      HAZARDS,
      (rule, row) => rule.hazardClassUpTo === undefined || (row > 0 && row <= rule.hazardClassUpTo),
    ),
    lawEuHazardous: rows(2, (rule, row) => rule.euHazardous === undefined || rule.euHazardous === (row === 1)),
    lawCountry: rows(
      names.length,
      (rule, row) => rule.jurisdiction === '*' || blocsOf(knowledge, names[row]!).includes(rule.jurisdiction),
    ),
    lawRefuse: rows(1, (rule) => rule.effect === 'refuse'),
    lawLicensed: rows(1, (rule) => rule.effect === 'licensed-only'),
    lawNote: rows(1, (rule) => rule.effect === 'note'),
    guarded: Uint8Array.from([0, ...USE_CLASSES.map((useClass) => (GUARDED.has(useClass) ? 1 : 0))]),
    regime: Uint8Array.from(names.flatMap((from) => names.map((to) => regimeCode(law.regime(from, to)?.status)))),
  };
}

function concerns(vocabulary: Vocabulary, rule: Rule, row: number): boolean {
  const { contaminants } = vocabulary.materials[row]!;
  return (
    (rule.materials.length === 0 || isWithin(vocabulary, row, rule.materials)) &&
    (rule.contaminants.length === 0 || rule.contaminants.some((c) => contaminants.includes(c)))
  );
}

function isWithin(vocabulary: Vocabulary, row: number, ids: readonly string[]): boolean {
  return vocabulary.lineage(row).some((broader) => ids.includes(vocabulary.materials[broader]!.id));
}

function regimeCode(status: string | undefined): number {
  if (status === undefined || status === 'free') return REGIME.none;
  if (status === 'notify') return REGIME.notify;
  return status === 'blocked' ? REGIME.blocked : REGIME.consent;
}
