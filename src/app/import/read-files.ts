import { type Company, compareIds, type Flow, type Issue, type Site, SymbionError } from '../../domain/index.ts';
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
} from '../../ingest/index.ts';
import type { HandedFile } from '../symbion.ts';
import { type KnownCompanies, NOBODY, Owners } from './owners.ts';
import { type RowIssue, repeated } from './row-issue.ts';
import { flowOf, questionOf, type Understanding, type UnderstoodFlow } from './understand-flow.ts';
import { type UnderstandApart, type Understander, understandHere } from './understander.ts';
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

/** Rows that are read at a time. */
const PART = 500;
/** Bytes of files from which it is worth while to understand them apart: a thread takes half a second to begin. */
const LARGE = 4e6;

/** What reading needs: knowledge, and where it may be thought apart. */
export interface ReadingDeps extends Understanding {
  /** For large files; without it all is done in this thread. */
  readonly understandApart?: UnderstandApart;
}

/** Files that are read, checked and classified part by part: of what was read only ids, what flows need of their companies, and problems are kept. */
export class FileReading {
  readonly #files: HandedFiles;
  readonly #deps: ReadingDeps;
  readonly #watch: Watch;
  readonly #turns: Turns;
  readonly #owners: Owners;
  readonly #flows = new Set<string>();
  #tables: OpenTables = { companies: NO_TABLE, flows: NO_TABLE };
  /** Problems that only the whole tells: an id twice, an unknown company, a unit that does not fit the material. */
  readonly #later: Issue[] = [];
  readonly #rejected: GivenRow[] = [];

  constructor(files: HandedFiles, deps: ReadingDeps, known: KnownCompanies = NOBODY, watch: Watch = {}) {
    this.#files = files;
    this.#deps = deps;
    this.#owners = new Owners(known);
    this.#watch = watch;
    this.#turns = new Turns(watch);
  }

  /**
   * Good rows, to be gone through once. Throws `input`, with every problem of all files, when a file as a whole cannot be read;
   * `cancelled` when the watcher stops it.
   */
  async *parts(): AsyncGenerator<FilePart> {
    this.#tables = await openTables(watched(this.#files, this.#watch), ingestContext(this.#deps));
    const failures: SymbionError[] = [];
    const { companies, flows } = this.#tables;
    for await (const rows of this.#inParts(companies, failures)) yield this.#takeCompanies(rows);
    yield* this.#flowParts(flows, failures);
    if (failures.length > 0) throw joinFailures(failures, this.issues());
  }

  /** Every problem of what was gone through, in the order of the files. */
  issues(): readonly Issue[] {
    const issues = [...this.#tables.companies.issues(), ...this.#tables.flows.issues(), ...this.#later];
    const tables = new Map([...new Set(issues.map(tableOf))].map((table, place) => [table, place]));
    issues.sort((a, b) => tables.get(tableOf(a))! - tables.get(tableOf(b))! || (a.row ?? 0) - (b.row ?? 0));
    return withHeaders(issues, this.columns());
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

  /** While some parts are being understood, the next are read. */
  async *#flowParts(table: OpenTable<FlowRow>, failures: SymbionError[]): AsyncGenerator<FilePart> {
    const understander = this.#understander();
    const waiting: Promise<AskedFlow[]>[] = [];
    try {
      for await (const rows of this.#inParts(table, failures)) {
        if (failures.length > 0) continue;
        const asked = this.#ask(rows, understander);
        // told when its turn comes
        asked.catch(() => undefined);
        if (waiting.push(asked) > understander.ahead) yield this.#takeFlows(await waiting.shift()!);
      }
      for (const asked of waiting) yield this.#takeFlows(await asked);
    } finally {
      await understander.close();
    }
  }

  #understander(): Understander {
    const { flows, workbook } = this.#files;
    const isLarge = (flows?.size ?? workbook?.size ?? 0) >= LARGE;
    return (isLarge && this.#deps.understandApart?.()) || understandHere(this.#deps, this.#turns);
  }

  async #ask(rows: readonly ReadRow<FlowRow>[], understander: Understander): Promise<AskedFlow[]> {
    await this.#owners.learn(rows.flatMap(({ read }) => read ?? []));
    const asked = rows.map((row) => ({ row, ...(row.read && this.#owners.of(row.read.draft)) }));
    const questions = asked.flatMap(({ row, owner }) =>
      row.read && owner ? questionOf(row.read.draft, owner, row.read.unit) : [],
    );
    const answers = (await understander.understand(questions)).values();
    return asked.map(({ row, owner, issue }) => ({
      row,
      ...(issue && { issue }),
      ...(owner && { understood: answers.next().value! }),
    }));
  }

  #takeFlows(asked: readonly AskedFlow[]): FilePart {
    const flows: Flow[] = [];
    for (const { row, ...told } of asked) {
      const issue = row.read && this.#flows.has(row.read.draft.id) ? repeated('id', row.read.draft.id) : told.issue;
      if (!row.read || issue || !told.understood || told.understood.issue) {
        this.#keepOut(row, issue ?? told.understood?.issue);
        continue;
      }
      this.#flows.add(row.read.draft.id);
      flows.push(flowOf(row.read.draft, told.understood));
    }
    return { companies: [], sites: [], flows };
  }

  #keepOut({ read: _, ...given }: ReadRow<unknown>, issue: RowIssue | undefined): void {
    this.#rejected.push(given);
    if (issue) this.#later.push({ ...given.place, ...issue });
  }
}

const tableOf = ({ file, sheet }: Pick<Issue, 'file' | 'sheet'>) => `${file}|${sheet ?? ''}`;

/** People look for a problem below the word that they wrote themselves. */
function withHeaders(issues: readonly Issue[], columns: readonly ReadColumn[]): readonly Issue[] {
  const headers = new Map(columns.map((read) => [`${tableOf(read)}|${read.column}`, read.header]));
  return issues.map((issue) => {
    const header = headers.get(`${tableOf(issue)}|${issue.column}`);
    return header === undefined || header === issue.column ? issue : { ...issue, header };
  });
}

/** A row of flows with what is wrong with its owner, or else what it is understood to be. */
interface AskedFlow {
  readonly row: ReadRow<FlowRow>;
  readonly issue?: RowIssue;
  readonly understood?: UnderstoodFlow;
}

/** Reads, checks and classifies all files. Throws `input` only when a file as a whole cannot be read, `cancelled` when the watcher stops it. */
export async function readFiles(
  files: HandedFiles,
  deps: ReadingDeps,
  known: KnownCompanies = NOBODY,
  watch: Watch = {},
): Promise<ReadFiles> {
  const reading = new FileReading(files, deps, known, watch);
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
