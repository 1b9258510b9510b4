import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Who may import whom. A room is a folder of src (or workers, web). `store` and `jobs` are the ports;
 * what lies in their sub-folders are adapters. `npm` and `node` say whether libraries and Node modules may be used.
 */
const MAY_IMPORT: Record<string, { rooms: string[]; npm: boolean; node: boolean }> = {
  domain: { rooms: [], npm: false, node: false },
  engine: { rooms: ['domain'], npm: false, node: false },
  kernel: { rooms: ['engine'], npm: true, node: true },
  knowledge: { rooms: ['domain'], npm: true, node: true },
  classify: { rooms: ['domain'], npm: true, node: true },
  network: { rooms: ['domain'], npm: true, node: true },
  planning: { rooms: ['domain'], npm: true, node: true },
  ingest: { rooms: ['domain'], npm: true, node: true },
  report: { rooms: ['domain'], npm: true, node: true },
  store: { rooms: ['domain'], npm: false, node: false },
  jobs: { rooms: ['domain', 'store'], npm: false, node: false },
  'store/ranked': { rooms: ['store', 'domain'], npm: false, node: true },
  'store/embedded': { rooms: ['store', 'store/ranked', 'domain'], npm: true, node: true },
  'store/neo4j': { rooms: ['store', 'store/ranked', 'domain'], npm: true, node: true },
  'jobs/inline': { rooms: ['jobs', 'store', 'domain'], npm: true, node: true },
  'jobs/bullmq': { rooms: ['jobs', 'store', 'domain'], npm: true, node: true },
  operations: { rooms: ['store', 'jobs', 'domain'], npm: true, node: true },
  app: {
    rooms: ['domain', 'knowledge', 'classify', 'engine', 'network', 'planning', 'ingest', 'report', 'store', 'jobs'],
    npm: false,
    node: true,
  },
  api: { rooms: ['app', 'domain'], npm: true, node: true },
  cli: { rooms: ['app', 'domain', 'api'], npm: true, node: true },
  main: { rooms: ['compose', 'config', 'cli'], npm: false, node: true },
  config: { rooms: ['domain'], npm: true, node: true },
  workers: { rooms: ['compose', 'config', 'workers', 'domain'], npm: false, node: true },
  'workers/job-pool': { rooms: ['jobs', 'domain', 'workers'], npm: false, node: true },
  'workers/job-thread': { rooms: ['compose', 'domain', 'workers/job-pool'], npm: false, node: true },
  'workers/engine-thread': { rooms: ['engine', 'domain', 'workers/engine-pool'], npm: false, node: true },
  'workers/task-thread': { rooms: ['network', 'planning', 'domain', 'workers/task-pool'], npm: false, node: true },
  'workers/understand-pool': { rooms: ['app', 'domain', 'workers'], npm: false, node: true },
  'workers/understand-thread': { rooms: ['app', 'classify', 'knowledge', 'domain'], npm: false, node: true },
  'workers/task-pool': { rooms: ['domain', 'workers'], npm: false, node: true },
  'workers/engine-pool': { rooms: ['engine', 'domain', 'workers'], npm: false, node: true },
};

/** The api's contract is what web and cli may see of it; the knowledge check is a command of its own. */
const CONTRACT_ONLY: Record<string, RegExp> = { web: /^src\/api\/contract/, cli: /^src\/api\/contract/ };

function roomOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'workers') {
    const name = `workers/${path.basename(parts.at(-1)!, '.ts')}`;
    return name in MAY_IMPORT ? name : 'workers';
  }
  if (parts[0] === 'web') return 'web';
  if (parts[0] !== 'src') return parts[0]!;
  if (parts.length === 2) return path.basename(parts[1]!, '.ts');
  const adapter = `${parts[1]}/${parts[2]}`;
  return adapter in MAY_IMPORT ? adapter : parts[1]!;
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((m) => (m[1] ?? m[2] ?? m[3])!);
}

function faultsOf(file: string): string[] {
  const room = roomOf(file);
  if (room === 'compose') return [];
  const faults: string[] = [];
  for (const wanted of importsOf(file)) {
    const relative = wanted.startsWith('.');
    const target = relative ? path.posix.join(path.posix.dirname(file), wanted) : wanted;
    if (room === 'web') {
      if (relative && !target.startsWith('web/') && !CONTRACT_ONLY.web!.test(target))
        faults.push(`${file} -> ${target}`);
      continue;
    }
    const rule = MAY_IMPORT[room];
    if (!rule) faults.push(`${file}: no rule for the room "${room}"`);
    else if (wanted.startsWith('node:')) {
      if (!rule.node) faults.push(`${file} -> ${wanted}`);
    } else if (!relative) {
      if (!rule.npm) faults.push(`${file} -> ${wanted}`);
    } else {
      const other = roomOf(target);
      const own = other === room || (room.includes('/') && other === room.split('/')[0]);
      const contract = CONTRACT_ONLY[room];
      if (contract && other === 'api') {
        if (!contract.test(target)) faults.push(`${file} -> ${target} (only the contract)`);
      } else if (!own && !rule.rooms.includes(other)) faults.push(`${file} -> ${target}`);
    }
  }
  return faults;
}

describe('who may import whom', () => {
  const files = globSync(['src/**/*.ts', 'workers/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root })
    .map((f) => f.split(path.sep).join('/'))
    .sort();

  it('every import keeps to the table', () => {
    expect(files.flatMap(faultsOf)).toEqual([]);
  });

  it('no folder or file is named utils, helpers, common or misc', () => {
    expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(f))).toEqual([]);
  });

  it('docs/architecture.md names just the rooms that there are', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    const named = [...page.matchAll(/^\| `src\/(\w+)` \|/gm)].map((m) => m[1]!).sort();
    const rooms = [
      ...new Set(files.filter((f) => f.startsWith('src/') && f.split('/').length > 2).map((f) => f.split('/')[1]!)),
    ].sort();
    expect(named).toEqual(rooms);
  });

  it('docs/architecture.md follows a row that there is', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    const [, row, text] = /`flows\.csv`, row (\d+): `(.*)`/.exec(page)!;
    expect(readFileSync(path.join(root, 'fixtures/demo/flows.csv'), 'utf8').split('\n')[Number(row) - 1]).toBe(text);
  });

  it('compose.ts alone creates adapters', () => {
    const creators = files.filter(
      (f) =>
        roomOf(f) !== 'compose' &&
        importsOf(f).some((i) => /(store\/(embedded|neo4j)|jobs\/(inline|bullmq))/.test(i)) &&
        !/^src\/(store|jobs)\//.test(f),
    );
    expect(creators).toEqual([]);
  });
});
