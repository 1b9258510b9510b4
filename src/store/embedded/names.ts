import type { NumberedFlow, Numbering, Names as TextNames } from '../ranked/list-codec.ts';
import type { Connection } from './database.ts';

/** Texts kept in memory before they are asked for again. */
const KEPT = 200_000;

/** Texts by number, as a reader needs them. A text never changes its number. */
export class Names implements TextNames {
  readonly #db: Connection;
  readonly #texts = new Map<number, string>();

  constructor(db: Connection) {
    this.#db = db;
  }

  text(n: number): string {
    const known = this.#texts.get(n);
    if (known !== undefined) return known;
    const { text } = this.#db.get<{ text: string }>('SELECT text FROM name WHERE n = ?', n)!;
    if (this.#texts.size >= KEPT) this.#texts.clear();
    this.#texts.set(n, text);
    return text;
  }

  /** Undefined when no match ever named it. */
  number(text: string): number | undefined {
    return this.#db.get<{ n: number }>('SELECT n FROM name WHERE text = ?', text)?.n;
  }
}

/** Numbers by text, as a writer needs them: new texts get the next number. Lives as long as one publishing. */
export class Numbers {
  readonly #texts = new Map<string, number>();
  readonly #flows = new Map<string, NumberedFlow>();

  /** Through a connection that is in a transaction. */
  on(db: Connection): Numbering {
    return {
      text: (text) => this.#text(db, text),
      output: ({ output, outputCompany }) => this.#flow(db, output, outputCompany),
      demand: ({ demand, demandCompany }) => this.#flow(db, demand, demandCompany),
    };
  }

  #text(db: Connection, text: string): number {
    let n = this.#texts.get(text);
    if (n !== undefined) return n;
    n = db.get<{ n: number }>('SELECT n FROM name WHERE text = ?', text)?.n;
    n ??= db.run('INSERT INTO name (text) VALUES (?)', text).lastInsertRowid;
    this.#texts.set(text, n);
    return n;
  }

  #flow(db: Connection, id: string, companyId: string): NumberedFlow {
    let flow = this.#flows.get(id);
    if (flow) return flow;
    const region = regionOf(db, id, companyId);
    flow = { n: this.#text(db, id), region: region === null ? 0 : this.#text(db, region) };
    this.#flows.set(id, flow);
    return flow;
  }
}

/** Of the flow's site; of a flow that is not stored, of its company's first site. */
function regionOf(db: Connection, flow: string, companyId: string): string | null {
  const row =
    db.get<{ region: string | null }>('SELECT region FROM flow WHERE id = ? AND retired = 0', flow) ??
    db.get<{ region: string | null }>(
      `SELECT region FROM site WHERE company = (SELECT n FROM company WHERE id = ?) AND retired = 0 ORDER BY id LIMIT 1`,
      companyId,
    );
  return row?.region ?? null;
}
