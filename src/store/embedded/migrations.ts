/** One step a number; step n brings a file from `user_version` n-1 to n. Never edit one that was released: add the next. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('content', '00000000000000000000000000000000'), ('change', '0');

  CREATE TABLE company (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, hash BLOB NOT NULL,
    version INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0,
    touched INTEGER NOT NULL -- number of the change set that last raised its version
  );
  CREATE TABLE site (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, company INTEGER NOT NULL REFERENCES company(n),
    region TEXT, country TEXT, body TEXT NOT NULL, hash BLOB NOT NULL, retired INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX site_of_company ON site(company, id);
  CREATE INDEX site_in_region ON site(region, company);
  CREATE TABLE flow (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, site INTEGER NOT NULL REFERENCES site(n),
    company INTEGER NOT NULL REFERENCES company(n), direction TEXT NOT NULL,
    region TEXT, -- of its site, so that a region is paged through without sorting
    body TEXT NOT NULL, hash BLOB NOT NULL, version INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX flow_of_site ON flow(site);
  CREATE INDEX flow_of_company ON flow(company, id);
  CREATE INDEX flow_in_region ON flow(region, id);
  -- materials of a flow's readings, with the flow's id so that paging needs no sorting
  CREATE TABLE reading (material TEXT NOT NULL, flow_id TEXT NOT NULL, PRIMARY KEY (material, flow_id)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE company_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
  CREATE VIRTUAL TABLE flow_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

  -- every id that matches name, as a number
  CREATE TABLE name (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  -- one ranked list, addressed by its content; body as in list-codec.ts
  CREATE TABLE list (n INTEGER PRIMARY KEY, output INTEGER NOT NULL REFERENCES name(n), hash BLOB NOT NULL, body BLOB NOT NULL);
  CREATE UNIQUE INDEX list_of_output ON list(output, hash);
  -- lists: the numbers of its lists, 32 bits each, little-endian, by output id
  CREATE TABLE run (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL UNIQUE, body TEXT NOT NULL, matches INTEGER NOT NULL, lists BLOB NOT NULL
  );
  CREATE TABLE result (
    run TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, kind, key)
  ) WITHOUT ROWID;
  CREATE TABLE exchange (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE job (id TEXT PRIMARY KEY, state TEXT NOT NULL, created TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX job_by_age ON job(created, id);
  CREATE INDEX job_by_state ON job(state, created, id);
  `,
  `
  -- which companies take part in the chains and clusters that an answer about a run found
  CREATE TABLE membership (
    run TEXT NOT NULL, company TEXT NOT NULL, kind TEXT NOT NULL, answer TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (run, company, kind, answer, place)
  ) WITHOUT ROWID;
  CREATE INDEX membership_of_answer ON membership(answer, kind);
  `,
  `
  -- what each exchange was, version after version; those of earlier programs begin with what they are
  CREATE TABLE event (
    exchange TEXT NOT NULL REFERENCES exchange(id), version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (exchange, version)
  ) WITHOUT ROWID;
  INSERT INTO event SELECT id, version, body FROM exchange;
  `,
];
