import { type Company, compareIds, type Flow, type Issue, type Site } from '../domain/index.ts';
import {
  type CompanyRow,
  type FlowRow,
  type IngestContext,
  type Place,
  type ReadColumn,
  type RejectedRow,
  readTables,
  rejectedRows,
} from '../ingest/index.ts';
import { rememberReadings } from './remember-readings.ts';
import type { HandedFile } from './symbion.ts';
import { type Understanding, understandFlow } from './understand-flow.ts';
import { unhurried, type Watch, watched } from './watch-import.ts';

export interface HandedFiles {
  readonly companies?: HandedFile;
  readonly flows?: HandedFile;
  readonly workbook?: HandedFile;
}

/** What files say, understood: good rows in id order, every problem, and the rows kept out. */
export interface ReadFiles {
  readonly companies: readonly Company[];
  readonly sites: readonly Site[];
  readonly flows: readonly Flow[];
  readonly issues: readonly Issue[];
  readonly rejected: readonly RejectedRow[];
  readonly columns: readonly ReadColumn[];
}

/** Activities and sites of companies that are known already, so that files may speak of them. */
export interface KnownCompanies {
  /** NACE or OKVED of a known company, '' when it has none; undefined when the company is not known. */
  activityOf(companyId: string): string | undefined;
  hasSite(companyId: string, siteId: string): boolean;
}

const NOBODY: KnownCompanies = { activityOf: () => undefined, hasSite: () => false };

/** Reads, checks and classifies all files. Throws `input` only when a file as a whole cannot be read, `cancelled` when the watcher stops it. */
export async function readFiles(
  files: HandedFiles,
  understanding: Understanding,
  known: KnownCompanies = NOBODY,
  watch: Watch = {},
): Promise<ReadFiles> {
  const { companies: companyTable, flows: flowTable } = await readTables(
    watched(files, watch),
    ingestContext(understanding),
  );

  const issues: Issue[] = [...companyTable.issues, ...flowTable.issues];
  const companies = takeCompanies(companyTable.rows, issues);
  const remembering = { ...understanding, classifier: rememberReadings(understanding.classifier) };
  const rows = unhurried(flowTable.rows, watch);
  const flows = await takeFlows(rows, companies, known, remembering, issues);
  return {
    companies: [...companies.byId.values()].sort((a, b) => compareIds(a.id, b.id)),
    sites: [...companies.sites.values()].sort((a, b) => compareIds(a.id, b.id)),
    flows: flows.sort((a, b) => compareIds(a.id, b.id)),
    issues,
    columns: [...companyTable.columns, ...flowTable.columns],
    rejected: [...rejectedRows(companyTable, issues), ...rejectedRows(flowTable, issues)],
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

interface Taken {
  readonly byId: Map<string, Company>;
  readonly sites: Map<string, Site>;
}

/** Rows of one company with different sites are one company; the same site twice is a problem. */
function takeCompanies(rows: readonly CompanyRow[], issues: Issue[]): Taken {
  const byId = new Map<string, Company>();
  const sites = new Map<string, Site>();
  for (const { place, company, site } of rows) {
    if (sites.has(site.id)) {
      issues.push(repeated(place, site.id === company.id ? 'id' : 'site_id', site.id));
      continue;
    }
    sites.set(site.id, site);
    if (!byId.has(company.id)) byId.set(company.id, company);
  }
  return { byId, sites };
}

async function takeFlows(
  rows: AsyncIterable<FlowRow>,
  companies: Taken,
  known: KnownCompanies,
  understanding: Understanding,
  issues: Issue[],
): Promise<Flow[]> {
  const flows = new Map<string, Flow>();
  for await (const { place, draft } of rows) {
    if (flows.has(draft.id)) {
      issues.push(repeated(place, 'id', draft.id));
      continue;
    }
    const fault = unknownOwner(draft, companies, known);
    if (fault) {
      issues.push({ ...place, ...fault });
      continue;
    }
    const company = companies.byId.get(draft.companyId);
    const nace = company?.nace ?? company?.okved ?? known.activityOf(draft.companyId);
    const { flow, issue } = understandFlow(understanding, draft, nace || undefined, company?.name);
    if (issue) issues.push({ ...place, ...issue });
    else flows.set(flow.id, flow);
  }
  return [...flows.values()];
}

function unknownOwner(
  { companyId, siteId }: FlowRow['draft'],
  companies: Taken,
  known: KnownCompanies,
): Omit<Issue, 'file'> | undefined {
  if (!companies.byId.has(companyId) && known.activityOf(companyId) === undefined)
    return {
      column: 'company_id',
      found: companyId,
      wanted: { ru: 'код предприятия из файла или хранилища', en: 'the id of a company of the file or the store' },
      severity: 'error',
    };
  if (companies.sites.get(siteId)?.companyId === companyId || known.hasSite(companyId, siteId)) return undefined;
  return {
    column: 'site_id',
    found: siteId,
    wanted: { ru: `площадка предприятия ${companyId}`, en: `a site of the company ${companyId}` },
    severity: 'error',
  };
}

function repeated(place: Place, column: string, id: string): Issue {
  return {
    ...place,
    column,
    found: id,
    wanted: { ru: 'код, которого в файле ещё не было', en: 'an id not met before in the file' },
    severity: 'error',
  };
}
