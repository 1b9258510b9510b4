/** Numbers texts in the order in which they are met. */
export class Numbering {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) {
      number = this.#known.size;
      this.#known.set(text, number);
    }
    return number;
  }

  get texts(): readonly string[] {
    return [...this.#known.keys()];
  }

  get count(): number {
    return this.#known.size;
  }
}
