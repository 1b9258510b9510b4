import { SymbionError } from '../domain/index.ts';

/** A number as people write it, decimal point or comma. Throws `input`. */
export function amount(text: string, option: string): number {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  // `500,000` is half a thousand to one reader and half a million to another
  if (/^[-+]?\d{1,3}(,\d{3})+$/.test(plain))
    throw wrong(option, text, {
      ru: 'число без запятых между тысячами',
      en: 'a number without commas between thousands',
    });
  const n = Number(plain.replace(',', '.'));
  if (plain !== '' && Number.isFinite(n)) return n;
  throw wrong(option, text, { ru: 'число', en: 'a number' });
}

/** `O001>N009` or `O001,N009`. Throws `input`. */
export function pairOf(text: string, option: string): { output: string; demand: string } {
  const found = /^([^\s>,]+)[>,]([^\s>,]+)$/.exec(text);
  if (found) return { output: found[1]!, demand: found[2]! };
  throw wrong(option, text, { ru: 'пара ВЫХОД,ПОТРЕБНОСТЬ', en: 'a pair OUTPUT,DEMAND' });
}

/** `name=12.5`. Throws `input`. */
export function namedValue(text: string, option: string): readonly [name: string, value: number] {
  const at = text.lastIndexOf('=');
  if (at > 0) return [text.slice(0, at), amount(text.slice(at + 1), option)];
  throw wrong(option, text, { ru: 'имя=число', en: 'name=number' });
}

/** `name=1 other=2` as an object, absent when there is none. */
export function namedValues(texts: readonly string[] | undefined, option: string): Record<string, number> | undefined {
  return texts && Object.fromEntries(texts.map((text) => namedValue(text, option)));
}

function wrong(option: string, found: string, wanted: { ru: string; en: string }): SymbionError {
  return new SymbionError('input', {
    ru: `${option}: найдено «${found}», нужно ${wanted.ru}.`,
    en: `${option}: found "${found}", wanted ${wanted.en}.`,
  });
}
