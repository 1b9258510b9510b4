import { describe, expect, it } from 'vitest';
import { parseEwc, parseFkko } from '../../src/classify/index.ts';
import { SymbionError } from '../../src/domain/index.ts';

describe('an FKKO code', () => {
  it('tells hazard class and physical form', () => {
    expect(parseFkko('3 51 210 11 20 4')).toEqual({
      digits: '35121011204',
      hazardClass: 4,
      state: 'solid',
      block: 'manufacturing',
    });
    expect(parseFkko('4 71 101 01 52 1')).toMatchObject({ hazardClass: 1, state: 'item' });
    expect(parseFkko('11271101333')).toMatchObject({ hazardClass: 3, state: 'paste' });
  });
  it('of a group has no class, of an unlisted form no state', () => {
    expect(parseFkko('3 51 000 00 00 0')).toEqual({ digits: '35100000000', block: 'manufacturing' });
    expect(parseFkko('3 51 210 11 92 4')).not.toHaveProperty('state');
  });
  it.each(['', '3 51 210 11 20', '5 51 210 11 20 4', '3 51 210 11 20 6', 'x'])('refuses %j', (code) => {
    expect(() => parseFkko(code)).toThrow(SymbionError);
  });
  it('takes the no-break space that spreadsheets put in', () =>
    expect(parseFkko('3\u00a051\u00a0210\u00a011\u00a020\u00a04').digits).toBe('35121011204'));
});

describe('a code of the European list', () => {
  it('is hazardous by its asterisk', () => {
    expect(parseEwc('10 02 07*')).toEqual({ digits: '100207', hazardous: true });
    expect(parseEwc('100202')).toEqual({ digits: '100202', hazardous: false });
  });
  it.each(['', '10 02', '21 01 01', '00 01 01', 'ab cd ef'])('refuses %j', (code) =>
    expect(() => parseEwc(code)).toThrow(SymbionError),
  );
});
