import { type Company, type Issue, joinCodes, type Mode, type Site } from '../domain/index.ts';
import { readCountry } from './countries.ts';
import type { CompanyColumn } from './headers.ts';
import { type Cells, type Place, RowReader } from './row-reader.ts';
import { MODES, VISIBILITIES } from './words.ts';

/** A company with the site that its row tells of. */
export interface CompanyRow {
  readonly place: Place;
  readonly company: Company;
  readonly site: Site;
}

/** A row of companies, or why it is none. */
export function readCompany(cells: Cells<CompanyColumn>, place: Place): { row?: CompanyRow; issues: readonly Issue[] } {
  const r = new RowReader<CompanyColumn>(cells, place);
  const id = r.id('id');
  const name = r.text('name');
  if (name === '') r.fault('name', '', 'название', 'a name');
  const company: Company = {
    id,
    name,
    ...activities(r),
    ...defined('employees', r.number('employees', 0, 1e7)),
    visibility:
      r.word('visibility', VISIBILITIES, 'public, partners или private', 'public, partners or private') ?? 'public',
  };
  const site: Site = {
    id: r.text('site_id') === '' ? id : r.id('site_id'),
    companyId: id,
    ...whereabouts(r),
    modes: readModes(r),
  };
  return r.sound ? { row: { place, company, site }, issues: r.issues } : { issues: r.issues };
}

function whereabouts(r: RowReader<CompanyColumn>): Pick<Site, 'country' | 'region' | 'town' | 'lat' | 'lon'> {
  const text = r.text('country');
  const country = text === '' ? undefined : readCountry(text);
  if (text !== '' && country === undefined)
    r.fault(
      'country',
      text,
      'код страны из двух букв (RU, FI) или её название',
      'a two-letter country code (RU, FI) or its name',
    );
  const lat = r.number('lat', -90, 90);
  const lon = r.number('lon', -180, 180);
  const half = (r.text('lat') === '') !== (r.text('lon') === '');
  if (half)
    r.fault(r.text('lat') === '' ? 'lat' : 'lon', '', 'широта и долгота вместе', 'latitude and longitude together');
  const region = r.text('region');
  const town = r.text('town');
  return {
    ...defined('country', country),
    ...defined('region', region || undefined),
    ...defined('town', town || undefined),
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
  };
}

function activities(r: RowReader<CompanyColumn>): Pick<Company, 'nace' | 'okved'> {
  return { ...defined('nace', activity(r, 'nace')), ...defined('okved', activity(r, 'okved')) };
}

const CODE = /^[A-U]?\d{2}(\.\d{1,2}){0,3}$/;

/** The codes of a cell (`24.10; 19.10`), without the letters of their sections; words behind a code ("23.51 cement") are passed over. */
function activity(r: RowReader<CompanyColumn>, column: 'nace' | 'okved'): string | undefined {
  // a spreadsheet with decimal commas makes 23,51 of 23.51
  const cell = r.text(column).replace(/^(\d{2}),(\d{1,2})$/, '$1.$2');
  const codes = cell.split(/[;,/|]+/).flatMap((entry) => codesBefore(entry.trim().split(/\s+/)));
  const [first = ''] = cell.split(/[;,/| ]+/);
  if (first === '') return undefined;
  if (CODE.test(first)) return joinCodes([...new Set(codes)]);
  r.fault(column, first, 'код вида 23.51', 'a code such as 23.51');
  return undefined;
}

/** The codes that words begin with. */
function codesBefore(words: readonly string[]): string[] {
  const end = words.findIndex((word) => !CODE.test(word));
  return words.slice(0, end < 0 ? words.length : end).map((code) => code.replace(/^[A-U]/, ''));
}

function readModes(r: RowReader<CompanyColumn>): Mode[] {
  const modes = new Set<Mode>();
  for (const word of r
    .text('modes')
    .toLowerCase()
    .split(/[;,+| ]+/)) {
    if (word === '') continue;
    const mode = MODES.find(([words]) => words.test(word));
    if (mode) modes.add(mode[1]);
    else r.fault('modes', word, 'road, rail, sea, pipe', 'road, rail, sea, pipe');
  }
  return [...modes].sort();
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
