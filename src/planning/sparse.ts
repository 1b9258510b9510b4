import type { LinearModel } from './highs.ts';

/** Writes a linear model row by row and column by column; `toModel` packs it for the solver. */
export class ModelWriter {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly entryRow: number[] = [];
  private readonly entryColumn: number[] = [];
  private readonly entryValue: number[] = [];

  get columns(): number {
    return this.cost.length;
  }

  get rows(): number {
    return this.rowLower.length;
  }

  /** Returns the column's number. */
  column(cost: number, lower: number, upper: number, integer = false): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer ? 1 : 0);
    return this.cost.length - 1;
  }

  /** Returns the row's number. */
  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }

  /** Adds to the coefficient; several entries of one place are summed. */
  entry(row: number, column: number, value: number): void {
    if (value === 0) return;
    this.entryRow.push(row);
    this.entryColumn.push(column);
    this.entryValue.push(value);
  }

  toModel(sense: 'min' | 'max'): LinearModel {
    const columns = this.columns;
    const count = new Int32Array(columns + 1);
    for (const j of this.entryColumn) count[j + 1] = count[j + 1]! + 1;
    for (let j = 0; j < columns; j++) count[j + 1] = count[j + 1]! + count[j]!;
    const next = count.slice();
    const order = new Int32Array(this.entryRow.length);
    for (let k = 0; k < order.length; k++) {
      const j = this.entryColumn[k]!;
      order[next[j]!] = k;
      next[j] = next[j]! + 1;
    }
    return { ...this.packed(count, order), sense, columns, rows: this.rows };
  }

  private packed(count: Int32Array, order: Int32Array): Omit<LinearModel, 'sense' | 'columns' | 'rows'> {
    const starts = new Int32Array(this.columns + 1);
    const indices: number[] = [];
    const values: number[] = [];
    const placed = new Map<number, number>();
    for (let j = 0; j < this.columns; j++) {
      placed.clear();
      for (let k = count[j]!; k < count[j + 1]!; k++) {
        const row = this.entryRow[order[k]!]!;
        const value = this.entryValue[order[k]!]!;
        const at = placed.get(row);
        if (at === undefined) {
          placed.set(row, indices.length);
          indices.push(row);
          values.push(value);
        } else values[at] = values[at]! + value;
      }
      starts[j + 1] = indices.length;
    }
    return {
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
      ...(this.integer.includes(1) && { integer: Uint8Array.from(this.integer) }),
    };
  }
}
