import { ContentSum } from '../content.ts';

/** Name of the note that keeps sum and number of the last change set. */
export const CONTENT = 'content';

export interface ContentNote {
  readonly sum: string;
  readonly number: number;
}

export function readContent(note: string | null | undefined): ContentNote {
  const [sum, number] = note?.split(' ') ?? [];
  return { sum: sum ?? new ContentSum().toString(), number: Number(number ?? 0) };
}

export function writeContent(sum: string, number: number): string {
  return `${sum} ${number}`;
}
