import type { Connection } from './database.ts';

/** Texts kept in memory before they are asked for again. */
const KEPT = 200_000;

/** Texts by number, as a reader needs them. A text never changes its number. */
export class Names {
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
  readonly #known = new Map<string, number>();

  of(db: Connection, text: string): number {
    let n = this.#known.get(text);
    if (n !== undefined) return n;
    n = db.get<{ n: number }>('SELECT n FROM name WHERE text = ?', text)?.n;
    n ??= db.run('INSERT INTO name (text) VALUES (?)', text).lastInsertRowid;
    this.#known.set(text, n);
    return n;
  }
}
