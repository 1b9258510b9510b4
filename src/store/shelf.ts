/** What a followed change did to a run: ids of flows that came or changed, and of those that went. */
export interface Batch {
  /** The run before, and the one after. */
  readonly from: string;
  readonly run: string;
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** What stands on a shelf. */
export interface Shelved {
  readonly run: string;
  readonly parts: ReadonlyMap<string, SharedArrayBuffer>;
  /** What was noted since, each batch beginning with the run that the one before made. */
  readonly batches: readonly Batch[];
}

/** Keeps the large buffers of one run beside the database, so that a process which starts has them without computing. */
export interface Shelf {
  /** Replaces what was kept. The buffers must not change until it is done. */
  keep(run: string, parts: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Notes a change since; a note that does not follow the last one makes what is kept useless. */
  note(batch: Batch): Promise<void>;
  /** Undefined when nothing is kept. Throws `input` for what is foreign, of another version, truncated, damaged or out of order. */
  open(): Promise<Shelved | undefined>;
}
