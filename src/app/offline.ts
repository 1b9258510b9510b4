import type { Explanation, Issue, Match } from '../domain/index.ts';
import type { RouteCard } from '../knowledge/index.ts';
import type { NetworkDescription } from '../network/index.ts';
import type { KnowledgeCases } from './knowledge/knowledge-cases.ts';
import type { HandedFile, SettingsInput } from './symbion.ts';

/** Matches by output, best first. */
export interface RunMatches {
  readonly matches: Iterable<Match> | AsyncIterable<Match>;
  /** The matches as text, a row each: CSV with a header, or JSON lines with the terms. To be read once, instead of `matches`. */
  rows(format: 'csv' | 'jsonl', lang?: 'ru' | 'en'): AsyncIterable<string>;
}

/** Matches with what a stranger's program needs to check them. */
export interface FileMatches extends RunMatches {
  readonly matches: Iterable<Match>;
  /** Explanation of any pair of the files' flows, inferred ones included. */
  explain(output: string, demand: string, lang?: 'ru' | 'en'): Explanation;
  /** Warnings about the files; errors are thrown. */
  readonly warnings: readonly Issue[];
}

/** Use cases that need files and knowledge only: no database, nothing kept. */
export interface Offline extends KnowledgeCases {
  /** Reads, classifies and matches. Throws `input` with every problem of the files. */
  matchFiles(
    files: { companies?: HandedFile; flows?: HandedFile; workbook?: HandedFile },
    settings: SettingsInput,
    watch?: { onProgress?(done: number, total: number): void; signal?: AbortSignal },
  ): Promise<FileMatches>;
  /** Pairs `output,demand` of a CSV file, in its order. */
  readPairs(file: HandedFile): Promise<readonly { readonly output: string; readonly demand: string }[]>;
  /** Legal ways of a material in a country at a date (today). Throws `not-found` when there is no such material, `input` for a date that is none. */
  routeCard(material: string, country: string, asOf?: string): RouteCard;
  template(lang: 'ru' | 'en'): Promise<Uint8Array>;
  /** Paths, cycles and indicators of an exchange network given as CSV `from,to[,quantity]`. */
  network(file: HandedFile): Promise<NetworkDescription>;
}
