import type { Bilingual } from '../../domain/index.ts';
import type { StoreState } from '../port.ts';
import type { Graph } from './graph.ts';
import { indexesWanted, migrations, schemaVersion } from './migrations.ts';

/** The oldest Neo4j that understands the statements; 5.26 is what they are tested with. */
const OLDEST = [5, 23] as const;
/** Clocks may differ by so much, ms. */
const CLOCK_MS = 30_000;

/** What the server is, whether it has what it needs, and what to do where it has not. */
export async function checkGraph(graph: Graph): Promise<StoreState> {
  const before = Date.now();
  const [server] = await graph.ask<{ version: string; now: number }>('meta/server', {});
  const after = Date.now();
  const version = server?.version ?? '?';
  const schema = await schemaVersion(graph);
  const steps = migrations(schema);
  return {
    kind: 'Neo4j',
    version: `${version}, schema ${schema}`,
    problems: [
      ...versionProblems(version),
      ...schemaProblems(schema, steps.length),
      ...(await indexProblems(graph)),
      ...clockProblems(server?.now ?? after, before, after),
    ],
    migrations: steps,
  };
}

function versionProblems(version: string): Bilingual[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return [];
  return [
    {
      ru: `Neo4j ${version} слишком старый: нужен 5.26 (LTS).`,
      en: `Neo4j ${version} is too old: wanted 5.26 (LTS).`,
    },
  ];
}

function schemaProblems(found: number, wanted: number): Bilingual[] {
  if (found === wanted) return [];
  return found > wanted
    ? [
        {
          ru: `База новее программы: её схема ${found}, известна ${wanted}. Обновите Symbion.`,
          en: `The database is newer than the program: its schema is ${found}, known are ${wanted}. Update Symbion.`,
        },
      ]
    : [
        {
          ru: `Схема базы ${found} из ${wanted}: перезапустите сервер или рабочий процесс, он её дополнит.`,
          en: `The schema is ${found} of ${wanted}: restart the server or a worker, which brings it up.`,
        },
      ];
}

async function indexProblems(graph: Graph): Promise<Bilingual[]> {
  const rows = await graph.ask<{ name: string; state: string }>('meta/indexes', {});
  const states = new Map(rows.map(({ name, state }) => [name, state]));
  return indexesWanted().flatMap((name) => {
    const state = states.get(name);
    if (state === 'ONLINE' || state === 'POPULATING') return [];
    return [
      state === undefined
        ? {
            ru: `Нет индекса ${name}: запросы медленны, ключи могут повториться. symbion doctor --mend создаст его.`,
            en: `The index ${name} is missing: questions are slow, ids may come twice. symbion doctor --mend makes it.`,
          }
        : { ru: `Индекс ${name} в состоянии ${state}.`, en: `The index ${name} is ${state}.` },
    ];
  });
}

function clockProblems(there: number, before: number, after: number): Bilingual[] {
  if (there > before - CLOCK_MS && there < after + CLOCK_MS) return [];
  const seconds = Math.round((there - after) / 1000);
  return [
    {
      ru: `Часы Neo4j расходятся с этой машиной на ${seconds} с: включите синхронизацию времени.`,
      en: `The clock of Neo4j differs from this machine's by ${seconds} s: switch on time synchronisation.`,
    },
  ];
}
