import { signal } from '@preact/signals';
import i18next from 'i18next';
import { en } from './en.ts';
import { ru } from './ru.ts';

export type Lang = 'ru' | 'en';
export type Word = keyof typeof en;
type Counted<K> = K extends `${infer Base}_other` ? Base : never;

const fromAddress = new URLSearchParams(location.search).get('lang');
export const lang = signal<Lang>(
  fromAddress === 'en' || fromAddress === 'ru' ? fromAddress : navigator.language.startsWith('ru') ? 'ru' : 'en',
);
document.documentElement.lang = lang.value;

await i18next.init({
  lng: lang.value,
  resources: { en: { translation: en }, ru: { translation: ru } },
  interpolation: { escapeValue: false },
});

/** A text of the page in its language. */
export function t(key: Word, values?: Record<string, string | number>): string {
  return i18next.t(key, { lng: lang.value, ...values });
}

/** The same for a name that the program gives, such as a term or a sector; the name itself where the page has no word for it. */
export function named(prefix: string, name: string): string {
  const key = `${prefix}_${name}`;
  return key in en ? t(key as Word) : name;
}

/** A text with a number in the form that the number asks for: 1 match, 2 matches; 1 пара, 2 пары, 5 пар. */
export function counted(key: Counted<Word>, count: number, values?: Record<string, string | number>): string {
  return i18next.t(key, { lng: lang.value, count, n: n(count), ...values });
}

const formats = new Map<string, Intl.NumberFormat>();
function format(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang.value} ${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(lang.value, options);
    formats.set(key, made);
  }
  return made;
}

/** At most three significant figures, thousands set off as the language does. */
export function n(value: number | undefined): string {
  return value === undefined ? '—' : format('three', { maximumSignificantDigits: 3 }).format(value);
}

/** The whole number, for counts and for tables that must add up. */
export function whole(value: number): string {
  return format('whole', { maximumFractionDigits: 0 }).format(value);
}

/** Euros in short: €4.86M, 4,86 млн €. */
export function euro(value: number | undefined): string {
  if (value === undefined) return '—';
  return format('euro', {
    style: 'currency',
    currency: 'EUR',
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}

/** Euros of one unit: €12.4. */
export function price(value: number): string {
  return format('price', { style: 'currency', currency: 'EUR', maximumSignificantDigits: 3 }).format(value);
}

/** Tonnes, from a million on as Mt. */
export function tonnes(value: number | undefined): string {
  if (value === undefined) return '—';
  return Math.abs(value) >= 1e6 ? `${n(value / 1e6)} ${t('unit_Mt')}` : `${n(value)} ${t('unit_t')}`;
}

/** A quantity with its unit in the page's language. */
export function amount(value: number | undefined, unit: string): string {
  return unit === 't' ? tonnes(value) : `${n(value)} ${named('unit', unit)}`;
}

/** CO2 from kilograms. */
export function co2(kg: number | undefined): string {
  return kg === undefined ? '—' : `${tonnes(kg / 1000)} CO₂`;
}

/** The text of a pair of names in the page's language. */
export const own = (names: { readonly ru: string; readonly en: string }): string => names[lang.value] || names.en;

/** Of a name given in both languages with a slash between, also one in brackets, the half in the page's language. */
export function ownHalf(name: string): string {
  const [first, second, ...more] = name.split(' / ');
  if (first === undefined || second === undefined || more.length > 0) return name;
  const open = first.lastIndexOf('(');
  if (open > first.lastIndexOf(')') && second.endsWith(')'))
    return `${first.slice(0, open + 1)}${ownHalf(`${first.slice(open + 1)} / ${second.slice(0, -1)}`)})`;
  const [isFirstRussian, isSecondRussian] = [first, second].map((half) => /[а-яё]/i.test(half));
  if (isFirstRussian === isSecondRussian) return name;
  return (lang.value === 'ru') === isFirstRussian ? first : second;
}
