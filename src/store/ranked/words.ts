/** Lower case, words parted by single blanks; what is neither letter nor digit parts words. */
export function words(...texts: readonly string[]): string {
  return texts
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Query of SQLite's FTS5 for rows that have a word beginning with each word of the text; undefined when it has none. */
export function wordQuery(text: string): string | undefined {
  const all = words(text);
  return all === ''
    ? undefined
    : all
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' ');
}
