import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Value } from './csv.js';
import { LOG_COLUMNS, type LogColumn, type LogValues } from './log-columns.js';

/** Rows of a row group: what is held at once. */
const ROW_GROUP = 50_000;

const TYPES: Readonly<Record<LogColumn['type'], Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  'yes-no': { type: 'BOOLEAN' },
};

/**
 * The visit log as Apache Parquet, in pieces: a row group at a time, compressed with Snappy.
 * @param version Version of the columns, kept in the file as `spillover.schemaVersion`.
 */
export function* logParquet(rows: Iterable<LogValues>, version: number): Generator<Uint8Array> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: LOG_COLUMNS.length },
      ...LOG_COLUMNS.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
    ],
    kvMetadata: [{ key: 'spillover.schemaVersion', value: String(version) }],
    createdBy: 'spillover',
  });
  let held: LogValues[] = [];
  const write = () => {
    const columnData = LOG_COLUMNS.map(({ name, type }, at) => ({
      name,
      data: held.map((row) => cell(row[at]!, type)),
    }));
    if (held.length > 0) void file.write({ columnData, rowGroupSize: ROW_GROUP });
    held = [];
  };
  for (const row of rows) {
    held.push(row);
    if (held.length < ROW_GROUP) continue;
    write();
    yield drained(bytes);
  }
  write();
  void file.finish();
  yield drained(bytes);
}

function cell(value: Value | undefined, type: LogColumn['type']): Value | bigint {
  if (value === undefined) return null;
  return type === 'time' && typeof value === 'number' ? BigInt(value) : value;
}

/** What was written since it was last asked for. */
function drained(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}
