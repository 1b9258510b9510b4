import { type Bilingual, type Issue, SymbionError } from '../../domain/index.ts';

/** Notes that something was found where something else was wanted. */
export type Wrong = (column: string, found: unknown, en: string, ru: string) => void;

/** All that is wrong with a question, told at once. */
export class Complaints {
  readonly #issues: Issue[] = [];

  readonly wrong: Wrong = (column, found, en, ru) => {
    this.#issues.push({ column, found: String(found), wanted: { en, ru }, severity: 'error' });
  };

  get none(): boolean {
    return this.#issues.length === 0;
  }

  /** Throws `input` with the complaints after these words, if there are any. */
  throwAny(words: Bilingual): void {
    if (this.none) return;
    const issues = this.#issues;
    const told = (lang: 'ru' | 'en') =>
      `${words[lang]}: ${issues.map((i) => `${i.column} ${i.found}: ${i.wanted[lang]}`).join('; ')}.`;
    throw new SymbionError('input', { en: told('en'), ru: told('ru') }, { issues });
  }
}
