import type { Issue } from '../domain/index.ts';
import { readDate, readNumber } from './numbers.ts';

/** Where a row stands, for the messages. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
}

export type Cells<C extends string> = Readonly<Partial<Record<C, string>>>;

/** A cell may not be longer; a description of a flow is some words, a composition some lines. */
const LONGEST_CELL = 2000;
const LONGEST_ID = 100;
/** Control characters other than line breaks: left over from copying, and no file format likes them. */
const CONTROL = /(?![\n\r])\p{Cc}/u;
const CONTROLS = new RegExp(CONTROL, 'gu');
const EMPTY = /^[-–—]$/;
/** How people write that they do not know a number. */
const UNKNOWN = /^(?:\?+|н\/д|н\.д\.?|нет данных|неизвестно|n\/a|na|unknown|no data)$/i;

/** Reads the cells of one row and collects its problems, each with its column. */
export class RowReader<C extends string> {
  readonly issues: Issue[] = [];
  readonly #cells: Cells<C>;
  readonly #place: Place;

  constructor(cells: Cells<C>, place: Place) {
    this.#cells = cells;
    this.#place = place;
  }

  text(column: C): string {
    const given = this.#cells[column] ?? '';
    const text = (CONTROL.test(given) ? given.replace(CONTROLS, ' ') : given).trim();
    if (text.length <= LONGEST_CELL) return EMPTY.test(text) ? '' : text;
    this.fault(column, `${text.length}`, `не длиннее ${LONGEST_CELL} знаков`, `at most ${LONGEST_CELL} characters`);
    return '';
  }

  id(column: C): string {
    const id = this.text(column);
    if (id === '') this.fault(column, '', 'непустой код', 'an id');
    else if (id.length > LONGEST_ID || /[\p{Cc}\s]/u.test(id))
      this.fault(
        column,
        id,
        `код без пробелов, не длиннее ${LONGEST_ID} знаков`,
        `an id without spaces of at most ${LONGEST_ID} characters`,
      );
    return id;
  }

  number(column: C, from: number, to: number): number | undefined {
    const text = this.text(column);
    if (text === '' || UNKNOWN.test(text)) return undefined;
    const value = readNumber(text);
    if (value !== undefined && value >= from && value <= to) return value;
    this.fault(column, text, `число от ${from} до ${to}`, `a number from ${from} to ${to}`);
    return undefined;
  }

  /** An amount; `60,000` is read as sixty and warned of, for it may mean sixty thousand. */
  amount(column: C, from: number, to: number): number | undefined {
    const value = this.number(column, from, to);
    const text = this.text(column);
    if (value !== undefined && /^[1-9]\d{0,2},000$/.test(text))
      this.fault(
        column,
        text,
        `число без неясности: прочитано как ${value}`,
        `a number that cannot be misread: taken as ${value}`,
        'warning',
      );
    return value;
  }

  date(column: C): string | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const date = readDate(text);
    if (date === undefined)
      this.fault(column, text, 'дата ДД.ММ.ГГГГ или ГГГГ-ММ-ДД', 'a date YYYY-MM-DD or DD.MM.YYYY');
    return date;
  }

  word<T>(column: C, table: readonly (readonly [RegExp, T])[], ru: string, en: string): T | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const found = table.find(([words]) => words.test(text.toLowerCase()));
    if (!found) this.fault(column, text, ru, en);
    return found?.[1];
  }

  fault(column: C, found: string, ru: string, en: string, severity: Issue['severity'] = 'error'): void {
    const issue = { ...this.#place, column, found: found.slice(0, 200), wanted: { ru, en }, severity };
    if (!this.issues.some((known) => known.column === column && known.wanted.en === en)) this.issues.push(issue);
  }

  get sound(): boolean {
    return this.issues.every((issue) => issue.severity !== 'error');
  }
}
