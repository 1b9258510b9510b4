import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Integer } from 'neo4j-driver';

const FOLDER = path.resolve(import.meta.dirname, '../../../cypher');

/** Parameters of every statement; its text lies in `cypher/<name>.cypher`. */
export interface Statements {
  'meta/get': { name: string };
  'meta/set': { name: string; value: string };
  'meta/lock': { name: string };
  'meta/all': Record<never, never>;
  'meta/lease': { name: string; owner: string; ms: number };
  'meta/held': { name: string; owner: string };
  'meta/release': { name: string; owner: string };
  'meta/indexes': Record<never, never>;
  'meta/server': Record<never, never>;
  'company/load': { ids: readonly string[] };
  'company/put': { rows: readonly object[] };
  'company/find': {
    after: string;
    ids: readonly string[] | null;
    words: readonly string[] | null;
    region: string | null;
    country: string | null;
    limit: number;
  };
  'company/snapshot': Record<never, never>;
  'company/regions': { ids: readonly string[] };
  'site/load': { ids: readonly string[] };
  'site/load-of-companies': { ids: readonly string[] };
  'site/put': { rows: readonly object[] };
  'site/snapshot': Record<never, never>;
  'flow/load': { ids: readonly string[] };
  'flow/load-of-sites': { ids: readonly string[] };
  'material/put': { ids: readonly string[] };
  'flow/create-output': { rows: readonly object[] };
  'flow/create-demand': { rows: readonly object[] };
  'flow/put': { rows: readonly object[] };
  'flow/retire': { rows: readonly object[] };
  'flow/detach': { ids: readonly string[] };
  'flow/give-off': { rows: readonly object[] };
  'flow/could-take': { rows: readonly object[] };
  'flow/read-as': { rows: readonly object[] };
  'flow/move': { rows: readonly object[] };
  'flow/find': FindFlows;
  'flow/find-of-company': FindFlows;
  'flow/find-of-material': FindFlows & { material: string };
  'flow/find-by-ids': FindFlows;
  'flow/snapshot': Record<never, never>;
  'flow/regions': { ids: readonly string[] };
  'run/get': { id: string };
  'run/keys': { id: string };
  'run/list': { limit: number };
  'run/last-place': Record<never, never>;
  'run/remove': { id: string; results: string };
  'run/put': { id: string; properties: object };
  'list/known': { keys: readonly string[] };
  'list/put': { rows: readonly object[] };
  'list/load': { keys: readonly string[] };
  'list/outputs': { keys: readonly string[] };
  'match/end': { outputs: readonly string[]; generation: Integer };
  'match/begin': { rows: readonly object[]; generation: Integer };
  'match/reopen': { outputs: readonly string[]; generation: number };
  'match/undo': { outputs: readonly string[]; generation: number };
  'match/sweep': { outputs: readonly string[]; generation: number };
  'knowledge/remove': Record<never, never>;
  'knowledge/material': { rows: readonly object[] };
  'knowledge/broader': { rows: readonly object[] };
  'knowledge/usable': { rows: readonly object[] };
  'knowledge/process': { rows: readonly object[] };
  'knowledge/forget-processes': { ids: readonly string[] };
  'knowledge/consumes': { rows: readonly object[] };
  'knowledge/produces': { rows: readonly object[] };
  'exchange/get': { id: string };
  'exchange/put': { id: string; properties: object };
  'exchange/find': { after: string; limit: number };
  'event/put': { exchange: string; key: string; properties: object };
  'event/find': { exchange: string };
  'job/put': { id: string; properties: object };
  'job/get': { id: string };
  'job/find': { states: readonly string[] | null; limit: number };
  'job/remove': { ids: readonly string[] };
  'kept/list-company': { after: string; limit: number };
  'kept/find-company': { keys: readonly string[] };
  'kept/count-company': Record<never, never>;
  'kept/list-site': { after: string; limit: number };
  'kept/find-site': { keys: readonly string[] };
  'kept/count-site': Record<never, never>;
  'kept/list-flow': { after: string; limit: number };
  'kept/find-flow': { keys: readonly string[] };
  'kept/count-flow': Record<never, never>;
  'kept/list-exchange': { after: string; limit: number };
  'kept/find-exchange': { keys: readonly string[] };
  'kept/count-exchange': Record<never, never>;
  'kept/list-event': { after: string; limit: number };
  'kept/find-event': { keys: readonly string[] };
  'kept/count-event': Record<never, never>;
  'kept/list-result': { after: string; limit: number };
  'kept/find-result': { keys: readonly string[] };
  'kept/count-result': Record<never, never>;
  'kept/list-job': { after: string; limit: number };
  'kept/find-job': { keys: readonly string[] };
  'kept/count-job': Record<never, never>;
  'chain/put': { rows: readonly object[] };
  'chain/step': { rows: readonly object[] };
  'chain/deliver': { rows: readonly object[] };
  'chain/through': { rows: readonly object[] };
  'chain/remove': { answer: string };
  'chain/of-company': { run: string; company: string };
  'cluster/put': { rows: readonly object[] };
  'cluster/member': { rows: readonly object[] };
  'cluster/remove': { answer: string };
  'cluster/of-company': { run: string; company: string };
  'result/put': { key: string; properties: object };
  'result/remove': { prefix: string; limit: number };
  'result/get': { key: string };
}

interface FindFlows {
  after: string;
  ids: readonly string[] | null;
  words: readonly string[] | null;
  companyId: string | null;
  direction: string | null;
  region: string | null;
  limit: number;
}

export type StatementName = keyof Statements;

/** A statement with the parameters that its header names. */
export interface Statement {
  readonly text: string;
  readonly purpose: string;
  readonly parameters: readonly string[];
}

const read = new Map<string, Statement>();

/** The statement of a file. Throws when its header and its text name different parameters. */
export function statement(name: string): Statement {
  let found = read.get(name);
  if (!found) {
    found = parse(name, readFileSync(path.join(FOLDER, `${name}.cypher`), 'utf8'));
    read.set(name, found);
  }
  return found;
}

/** Throws when a call hands in other parameters than the statement takes. */
export function checkParameters(name: string, parameters: object): void {
  const wanted = statement(name).parameters;
  const given = Object.keys(parameters);
  const wrong = [...wanted.filter((p) => !given.includes(p)), ...given.filter((p) => !wanted.includes(p))];
  if (wrong.length > 0) throw new Error(`cypher/${name}.cypher: missing or too many parameters: ${wrong.join(', ')}`);
}

function parse(name: string, file: string): Statement {
  const purpose = /^\/\/ Purpose: (.+)$/m.exec(file)?.[1];
  const list = /^\/\/ Parameters: (.+)$/m.exec(file)?.[1];
  const text = file.replace(/^\/\/.*\n/gm, '').trim();
  if (!purpose || !list || text === '')
    throw new Error(`cypher/${name}.cypher: wanted Purpose, Parameters and a statement`);
  const parameters = list === 'none' ? [] : list.split(',').map((p) => p.trim().replace(/^\$/, ''));
  const used = new Set([...text.matchAll(/\$(\w+)/g)].map((m) => m[1]!));
  const differ = [...parameters.filter((p) => !used.has(p)), ...[...used].filter((p) => !parameters.includes(p))];
  if (differ.length > 0) throw new Error(`cypher/${name}.cypher: header and text differ in ${differ.join(', ')}`);
  return { text, purpose, parameters };
}
