import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Match } from '../domain/index.ts';
import { type MATCH_COLUMNS, type MatchRow, toMatchRow } from './match-row.ts';
import { chunks } from './rows.ts';

type ColumnType = 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN';

const TYPES: Readonly<Record<(typeof MATCH_COLUMNS)[number], ColumnType>> = {
  output: 'STRING',
  demand: 'STRING',
  output_company: 'STRING',
  demand_company: 'STRING',
  rank: 'INT32',
  score: 'INT32',
  use: 'STRING',
  fit: 'INT32',
  distance_km: 'DOUBLE',
  quantity: 'DOUBLE',
  unit: 'STRING',
  net_benefit_eur_per_year: 'DOUBLE',
  co2_kg_per_year: 'DOUBLE',
  inferred: 'BOOLEAN',
  regime: 'STRING',
  basis: 'STRING',
  confidence: 'DOUBLE',
};

/** Rows of a row group: what is held in memory at once. */
const GROUP = 100_000;

/** Parquet in row groups; each is given out as soon as it is written, so that a country's matches are never held. */
export async function* writeParquet(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const columnsOf = (rows: readonly MatchRow[]) =>
    Object.entries(TYPES).map(([name, type]) => ({
      name,
      type,
      nullable: true,
      data: rows.map((row) => row[name as keyof MatchRow]),
    }));
  const schema = schemaFromColumnData({ columnData: columnsOf([]) });
  const parquet = new ParquetWriter({ writer, schema });
  const writeGroup = (rows: readonly MatchRow[]) =>
    parquet.write({ columnData: columnsOf(rows).map(({ name, data }) => ({ name, data })), rowGroupSize: GROUP });
  const take = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let group: MatchRow[] = [];
  for await (const chunk of chunks(matches)) {
    group.push(...chunk.map(toMatchRow));
    if (group.length < GROUP) continue;
    await writeGroup(group);
    group = [];
    yield take();
  }
  if (group.length > 0) await writeGroup(group);
  await parquet.finish();
  yield take();
}
