import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Match } from '../domain/index.ts';
import { MATCH_COLUMNS, type MatchRow, toMatchRow } from './match-row.ts';
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

/** Rows of a row group: what is held in memory at once, seven times as much as the rows by themselves while it is written. */
const GROUP = 10_000;

/** Parquet in row groups; each is given out as soon as it is written, so that a country's matches are never held. */
export async function* writeParquet(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: typed(new Group()) }) });
  const take = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let group = new Group();
  for await (const chunk of chunks(matches)) {
    for (const match of chunk) group.add(toMatchRow(match));
    if (group.rows < GROUP) continue;
    await parquet.write({ columnData: group.columns, rowGroupSize: GROUP });
    group = new Group();
    yield take();
  }
  if (group.rows > 0) await parquet.write({ columnData: group.columns, rowGroupSize: GROUP });
  await parquet.finish();
  yield take();
}

/** Rows by columns: a value less to hold for each than rows as objects. */
class Group {
  readonly columns = MATCH_COLUMNS.map((name) => ({ name, data: [] as MatchRow[keyof MatchRow][] }));
  rows = 0;

  add(row: MatchRow): void {
    for (const { name, data } of this.columns) data.push(row[name]);
    this.rows++;
  }
}

const typed = ({ columns }: Group) =>
  columns.map((column) => ({ ...column, type: TYPES[column.name], nullable: true }));
