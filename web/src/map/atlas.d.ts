declare module 'virtual:atlas' {
  /** JSON of `{ land, borders, lakes }` in the packed form of web/atlas.ts. */
  const json: string;
  export default json;
}
