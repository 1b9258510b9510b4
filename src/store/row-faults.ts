import { type Issue, SymbionError } from '../domain/index.ts';

/** Problems kept; a file of a million bad rows must not fill the memory. */
const MOST = 10_000;

/** What does not hold together in a change set, the same in either house. */
export class RowFaults {
  readonly #issues: Issue[] = [];

  get any(): boolean {
    return this.#issues.length > 0;
  }

  tell(column: string, found: string, ru: string, en: string): void {
    if (this.#issues.length < MOST) this.#issues.push({ column, found, wanted: { ru, en }, severity: 'error' });
  }

  /** Whether an id can be kept; if not, that is told. */
  isGoodId(id: string): boolean {
    if (id !== '' && Buffer.byteLength(id) <= 400 && !id.includes('\0') && id.isWellFormed()) return true;
    this.tell('id', id.slice(0, 100), 'от 1 до 400 байт текста', '1 to 400 bytes of text');
    return false;
  }

  unknownCompany(companyId: string): void {
    this.tell('companyId', companyId, 'код известной компании', 'the id of a known company');
  }

  unknownSite(siteId: string): void {
    this.tell('siteId', siteId, 'код известной площадки', 'the id of a known site');
  }

  otherOwner(companyId: string, owner: string): void {
    this.tell('companyId', companyId, `компания площадки (${owner})`, `the site's company (${owner})`);
  }

  /** Throws `input` with everything that was told. */
  throwAny(): void {
    if (!this.any) return;
    const text = { ru: 'Набор изменений не связан.', en: 'The change set does not hold together.' };
    throw new SymbionError('input', text, { issues: this.#issues });
  }
}
