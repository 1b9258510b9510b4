import type { Offline } from '../app/offline.ts';
import type { MovableStore, Symbion } from '../app/symbion.ts';
import type { Bilingual } from '../domain/index.ts';

/** What compose gives to the command: opened only when a command needs it. */
export interface House {
  /** Works on files alone, no database. */
  offline(): Offline;
  /** Opens the store and the runner. The caller closes it. */
  open(): Promise<Symbion>;
  /**
   * Opens a store by its address, whatever the environment chooses: `sqlite:PATH`, `neo4j://…` or `bolt://…`. The caller closes it. Throws `input` for
   * another address, and for a file that is not there when it must be `existing`.
   */
  openStoreAt(address: string, existing?: 'existing'): Promise<MovableStore>;
  /** Copies the embedded store into a new file. Throws `input` on services, `conflict` when the file is there. */
  backup(file: string): Promise<void>;
  /** Serves API and page; resolves when listening. */
  serve(
    symbion: Symbion,
    address: { host?: string; port?: number },
  ): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Builds the page when it is missing or older than its sources. */
  buildPage(): Promise<void>;
  /** Consumes jobs until stopped. Throws `input` in the embedded house, whose one process is its own worker. */
  work(concurrency: number, signal: AbortSignal): Promise<void>;
  /** Folder with the demo region's files. */
  readonly demoDir: string;
  /** In plain words, what this house is. */
  readonly describe: Bilingual;
}

/** Where a command reads and writes, and in which language. */
export interface Terminal {
  readonly house: House;
  readonly lang: 'ru' | 'en';
  /** Standard output; resolves when taken, so that a slow reader holds back the writer. */
  write(text: string | Uint8Array): Promise<void>;
  /** Standard error, one line. */
  tell(text: string): void;
  /** Standard error is a terminal: bars may be drawn. */
  readonly interactive: boolean;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Sets the exit code the process will end with. */
  fail(code: number): void;
}

/** The text in the terminal's language. */
export function say(terminal: Terminal, text: Bilingual): string {
  return text[terminal.lang];
}
