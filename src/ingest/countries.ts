const names = (lang: string) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that CLDR names though ISO 3166-1 assigns them to no country: groups, tests, exceptional reservations. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'QO', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

let byName: Map<string, string> | undefined;

/** ISO 3166-1 code of a code or a Russian or English name of a country (the platform's own CLDR list); undefined when it is none. */
export function readCountry(text: string): string | undefined {
  byName ??= countries();
  return byName.get(plain(text));
}

function countries(): Map<string, string> {
  const list = new Map<string, string>();
  const [ru, en] = [names('ru'), names('en')];
  for (const a of LETTERS)
    for (const b of LETTERS) {
      const code = a + b;
      const name = en.of(code);
      const withdrawn = Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
      if (name === undefined || withdrawn || NO_COUNTRY.has(code)) continue;
      for (const word of [code, name, ru.of(code) ?? code]) if (!list.has(plain(word))) list.set(plain(word), code);
    }
  for (const [word, code] of [
    ['рф', 'RU'],
    ['российская федерация', 'RU'],
    ['russian federation', 'RU'],
    ['белоруссия', 'BY'],
    ['usa', 'US'],
    ['uk', 'GB'],
    ['suomi', 'FI'],
    ['eesti', 'EE'],
    ['latvija', 'LV'],
    ['czech republic', 'CZ'],
  ] as const)
    list.set(word, code);
  return list;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е');
}

/** All country codes, ascending. */
export function countryCodes(): string[] {
  byName ??= countries();
  return [...new Set(byName.values())].sort();
}
