import { type Company, compareIds, type Flow, type Issue, type Site, SymbionError } from '../domain/index.ts';
import {
  type CompanyRow,
  type FlowRow,
  type GivenRow,
  type IngestContext,
  joinFailures,
  NO_TABLE,
  type OpenTable,
  type OpenTables,
  openTables,
  type ReadColumn,
  type ReadRow,
} from '../ingest/index.ts';
import { type KnownCompanies, NOBODY, Owners } from './owners.ts';
import { rememberReadings } from './remember-readings.ts';
import { type RowIssue, repeated } from './row-issue.ts';
import type { HandedFile } from './symbion.ts';
import { type Understanding, understandFlow } from './understand-flow.ts';
import { Turns, type Watch, watched } from './watch-import.ts';

export interface HandedFiles {
  readonly companies?: HandedFile;
  readonly flows?: HandedFile;
  readonly workbook?: HandedFile;
}

/** Good rows of files, in their order. */
export interface FilePart {
  readonly companies: readonly Company[];
  readonly sites: readonly Site[];
  readonly flows: readonly Flow[];
}

/** What files say, understood: good rows in id order, every problem, and the rows kept out. */
export interface ReadFiles extends FilePart {
  readonly issues: readonly Issue[];
  readonly rejected: readonly GivenRow[];
  readonly columns: readonly ReadColumn[];
}

/** Ids of good rows. */
export interface ReadIds {
  readonly companies: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

/** Rows that are held at a time. */
const PART = 2000;

/** Files that are read, checked and classified part by part: of what was read only ids, what flows need of their companies, and problems are kept. */
export class FileReading {
  readonly #files: HandedFiles;
  readonly #understanding: Understanding;
  readonly #watch: Watch;
  readonly #turns: Turns;
  readonly #owners: Owners;
  readonly #flows = new Set<string>();
  #tables: OpenTables = { companies: NO_TABLE, flows: NO_TABLE };
  /** Problems that only the whole tells: an id twice, an unknown company, a unit that does not fit the material. */
  readonly #later: Issue[] = [];
  readonly #rejected: GivenRow[] = [];

  constructor(files: HandedFiles, understanding: Understanding, known: KnownCompanies = NOBODY, watch: Watch = {}) {
    this.#files = files;
    this.#understanding = { ...understanding, classifier: rememberReadings(understanding.classifier) };
    this.#owners = new Owners(known);
    this.#watch = watch;
    this.#turns = new Turns(watch);
  }

  /**
   * Good rows, to be gone through once. Throws `input`, with every problem of all files, when a file as a whole cannot be read;
   * `cancelled` when the watcher stops it.
   */
  async *parts(): AsyncGenerator<FilePart> {
    this.#tables = await openTables(watched(this.#files, this.#watch), ingestContext(this.#understanding));
    const failures: SymbionError[] = [];
    const { companies, flows } = this.#tables;
    for await (const rows of this.#inParts(companies, failures)) yield this.#takeCompanies(rows);
    for await (const rows of this.#inParts(flows, failures))
      if (failures.length === 0) yield await this.#takeFlows(rows);
    if (failures.length > 0) throw joinFailures(failures, this.issues());
  }

  /** Every problem of what was gone through, in the order of the files. */
  issues(): readonly Issue[] {
    const issues = [...this.#tables.companies.issues(), ...this.#tables.flows.issues(), ...this.#later];
    const tables = new Map([...new Set(issues.map(tableOf))].map((table, place) => [table, place]));
    return issues.sort((a, b) => tables.get(tableOf(a))! - tables.get(tableOf(b))! || (a.row ?? 0) - (b.row ?? 0));
  }

  /** Rows kept out, in the order of the files. */
  rejected(): readonly GivenRow[] {
    return this.#rejected;
  }

  columns(): readonly ReadColumn[] {
    return [...this.#tables.companies.columns(), ...this.#tables.flows.columns()];
  }

  ids(): ReadIds {
    return { companies: this.#owners.companies(), sites: this.#owners.sites(), flows: this.#flows };
  }

  /** A failure of the table as a whole ends its rows; the other table is read all the same, for its problems. */
  async *#inParts<T>({ rows, size }: OpenTable<T>, failures: SymbionError[]): AsyncGenerator<ReadRow<T>[]> {
    let part: ReadRow<T>[] = [];
    let done = 0;
    try {
      for await (const row of rows) {
        part.push(row);
        done++;
        if (this.#turns.due) {
          if (size !== undefined) this.#watch.onProgress?.(done, size, 'understand');
          await this.#turns.give();
        }
        if (part.length < PART) continue;
        yield part;
        part = [];
      }
    } catch (failure) {
      if (!(failure instanceof SymbionError) || failure.kind === 'cancelled') throw failure;
      failures.push(failure);
      return;
    }
    if (part.length > 0) yield part;
  }

  #takeCompanies(rows: readonly ReadRow<CompanyRow>[]): FilePart {
    const part = { companies: [] as Company[], sites: [] as Site[], flows: [] };
    for (const row of rows) {
      const taken = row.read && this.#owners.take(row.read);
      if (!row.read || taken?.issue) this.#keepOut(row, taken?.issue);
      else {
        if (taken?.isNew) part.companies.push(row.read.company);
        part.sites.push(row.read.site);
      }
    }
    return part;
  }

  async #takeFlows(rows: readonly ReadRow<FlowRow>[]): Promise<FilePart> {
    await this.#owners.learn(rows.flatMap(({ read }) => read ?? []));
    const flows: Flow[] = [];
    for (const row of rows) {
      const taken = row.read && this.#takeFlow(row.read);
      if (taken?.flow) flows.push(taken.flow);
      else this.#keepOut(row, taken?.issue);
      if (this.#turns.due) await this.#turns.give();
    }
    return { companies: [], sites: [], flows };
  }

  #takeFlow({ draft, unit }: FlowRow): { flow?: Flow; issue?: RowIssue } {
    if (this.#flows.has(draft.id)) return { issue: repeated('id', draft.id) };
    const found = this.#owners.of(draft);
    if ('issue' in found) return found;
    const understood = understandFlow(this.#understanding, draft, found.owner, unit);
    if (understood.issue) return { issue: understood.issue };
    this.#flows.add(draft.id);
    return understood;
  }

  #keepOut({ read: _, ...given }: ReadRow<unknown>, issue: RowIssue | undefined): void {
    this.#rejected.push(given);
    if (issue) this.#later.push({ ...given.place, ...issue });
  }
}

const tableOf = ({ file, sheet }: Issue) => `${file}|${sheet ?? ''}`;

/** Reads, checks and classifies all files. Throws `input` only when a file as a whole cannot be read, `cancelled` when the watcher stops it. */
export async function readFiles(
  files: HandedFiles,
  understanding: Understanding,
  known: KnownCompanies = NOBODY,
  watch: Watch = {},
): Promise<ReadFiles> {
  const reading = new FileReading(files, understanding, known, watch);
  const companies: Company[] = [];
  const sites: Site[] = [];
  const flows: Flow[] = [];
  for await (const part of reading.parts()) {
    companies.push(...part.companies);
    sites.push(...part.sites);
    flows.push(...part.flows);
  }
  const byId = <T extends { readonly id: string }>(rows: T[]) => rows.sort((a, b) => compareIds(a.id, b.id));
  return {
    companies: byId(companies),
    sites: byId(sites),
    flows: byId(flows),
    issues: reading.issues(),
    rejected: reading.rejected(),
    columns: reading.columns(),
  };
}

/** Parameters and exchange rates of the knowledge base, as reading needs them. */
export function ingestContext({ knowledge }: Understanding): IngestContext {
  const rates = knowledge.factors.filter((factor) => factor.id.startsWith('exchange.'));
  return {
    parameters: knowledge.parameters,
    perEur: Object.fromEntries(rates.map((factor) => [factor.id.slice('exchange.'.length), factor.value])),
  };
}
