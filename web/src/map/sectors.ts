/** Okabe-Ito, safe for the colour-blind, by section of NACE; what has no colour of its own is grey. */
export const SECTORS = {
  A: '#009E73',
  B: '#8c6d31',
  C: '#0072B2',
  D: '#E69F00',
  E: '#56B4E9',
  F: '#CC79A7',
  H: '#D55E00',
} as const;
const OTHER = '#777777';

export function colourOf(sector: string | undefined): string {
  return SECTORS[sector as keyof typeof SECTORS] ?? OTHER;
}
