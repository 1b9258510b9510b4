import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/store/content.ts';

describe('canonical JSON', () => {
  it.each([
    ['{"b":1,"a":[{"d":null,"c":"x"}]}', '{"a":[{"c":"x","d":null}],"b":1}'],
    ['{"b":1,"__proto__":{"z":1,"a":2},"a":2}', '{"__proto__":{"a":2,"z":1},"a":2,"b":1}'],
    ['{"10":1,"9":2,"B":3,"ё":4}', '{"9":2,"10":1,"B":3,"ё":4}'],
    ['-0', '0'],
  ])('%s is %s', (given, expected) => expect(canonicalJson(JSON.parse(given))).toBe(expected));

  it('leaves out what is undefined, and refuses what is no finite number', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
    expect(() => canonicalJson({ a: { b: Number.NaN } })).toThrow('wanted a finite number');
  });
});
