/** Numbered migrations; the file's `user_version` tells how many have run. Never change one that has been released: add the next. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE company (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0, hash BLOB, words TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE site (
  id TEXT PRIMARY KEY, company TEXT NOT NULL REFERENCES company(id), retired INTEGER NOT NULL DEFAULT 0, hash BLOB,
  country TEXT, region TEXT, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX site_company ON site (company);
CREATE INDEX site_region ON site (region);
CREATE TABLE flow (
  id TEXT PRIMARY KEY, company TEXT NOT NULL REFERENCES company(id), site TEXT NOT NULL REFERENCES site(id), direction TEXT NOT NULL,
  version INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0, hash BLOB, words TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX flow_company ON flow (company);
CREATE INDEX flow_site ON flow (site);
CREATE TABLE flow_material (material TEXT NOT NULL, flow TEXT NOT NULL, PRIMARY KEY (material, flow)) WITHOUT ROWID;
CREATE INDEX flow_material_flow ON flow_material (flow);
CREATE TABLE run (id TEXT PRIMARY KEY, place INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE list (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, current INTEGER NOT NULL DEFAULT 0);
CREATE TABLE run_list (run TEXT NOT NULL REFERENCES run(id), list INTEGER NOT NULL REFERENCES list(number), PRIMARY KEY (run, list)) WITHOUT ROWID;
CREATE TABLE match (
  list INTEGER NOT NULL, current INTEGER NOT NULL, output TEXT NOT NULL, demand TEXT NOT NULL, output_company TEXT NOT NULL,
  demand_company TEXT NOT NULL, output_region TEXT, demand_region TEXT, material TEXT NOT NULL, use TEXT NOT NULL, rank INTEGER,
  score INTEGER NOT NULL, money REAL, co2 REAL, quantity REAL, inferred INTEGER NOT NULL, regime TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX match_list ON match (list);
CREATE INDEX match_output ON match (output) WHERE current = 1;
CREATE INDEX match_demand ON match (demand) WHERE current = 1;
CREATE INDEX match_score ON match (score DESC, output, demand) WHERE current = 1;
CREATE INDEX match_money ON match (money DESC, output, demand) WHERE current = 1;
CREATE INDEX match_co2 ON match (co2 DESC, output, demand) WHERE current = 1;
CREATE INDEX match_quantity ON match (quantity DESC, output, demand) WHERE current = 1;
CREATE TABLE exchange (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE job (id TEXT PRIMARY KEY, state TEXT NOT NULL, created TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX job_created ON job (created DESC, id DESC);
CREATE TABLE result (run TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, kind, key)) WITHOUT ROWID;
INSERT INTO meta VALUES ('content', '0');
`,
];

/** Marks a file as ours: "SYMB". */
export const APPLICATION_ID = 0x53594d42;
