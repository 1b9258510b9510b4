/** Byte order of UTF-8, the one order of ids everywhere (differs from JavaScript's default only beyond the BMP). */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const surrogates = (x >= 0xd800 && x <= 0xdfff ? 1 : 0) - (y >= 0xd800 && y <= 0xdfff ? 1 : 0);
      if (surrogates === 0) return x - y;
      // a surrogate pair encodes a code point above every BMP one
      return surrogates;
    }
  }
  return a.length - b.length;
}
