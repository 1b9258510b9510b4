type Numbers =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;
type Kind<A extends Numbers> = {
  new (buffer: ArrayBuffer, at?: number, length?: number): A;
  readonly BYTES_PER_ELEMENT: number;
};

/** A column that grows, and gives its memory back when it was taken. */
export class Growing<A extends Numbers> {
  readonly #kind: Kind<A>;
  #values: A;
  length = 0;

  constructor(kind: Kind<A>) {
    this.#kind = kind;
    this.#values = new kind(new ArrayBuffer(1024 * kind.BYTES_PER_ELEMENT));
  }

  push(value: number): void {
    // what it had before is given back at once, not when garbage is collected
    if (this.length === this.#values.length)
      this.#values = new this.#kind(this.#values.buffer.transfer(2 * this.#values.byteLength));
    this.#values[this.length++] = value;
  }

  /** What was pushed, without copying. */
  take(): A {
    return new this.#kind(this.#values.buffer, 0, this.length);
  }
}

export const f64 = () => new Growing<Float64Array<ArrayBuffer>>(Float64Array);
export const i32 = () => new Growing<Int32Array<ArrayBuffer>>(Int32Array);
export const u32 = () => new Growing<Uint32Array<ArrayBuffer>>(Uint32Array);
export const u16 = () => new Growing<Uint16Array<ArrayBuffer>>(Uint16Array);
export const u8 = () => new Growing<Uint8Array<ArrayBuffer>>(Uint8Array);

/** Gives the memory of columns back at once; they are empty then. Those over shared memory stay. */
export function spend(...columns: readonly ArrayBufferView[]): void {
  for (const { buffer } of columns) if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
