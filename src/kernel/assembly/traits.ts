import { DIMENSION_AT, EU_HAZARDOUS, HAZARD_AT, READING_AT, TONNES } from './layout';

/** Hazard class and European hazard in one number below 16. */
@inline
export function hazardsOf(traits: i32): i32 {
  return ((traits >>> HAZARD_AT) & 7) * 2 + (traits & EU_HAZARDOUS ? 1 : 0);
}

/** Whether a hazard class is declared, or there is none to know. */
@inline
export function isClassed(traits: i32): bool {
  return ((traits >>> HAZARD_AT) & 7) > 0 || ((traits >>> DIMENSION_AT) & 7) != TONNES;
}

@inline
export function readingOf(traits: i32): i32 {
  return (traits >>> READING_AT) & 15;
}
