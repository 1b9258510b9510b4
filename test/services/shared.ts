import neo4j from 'neo4j-driver';
import { openNeo4jStore } from '../../src/store/neo4j/index.ts';
import type { OpenedStore } from '../contract/houses.ts';
import { NotHere, type Services, startServices } from './local/index.ts';

/** The services of this test file, or why there are none. */
export async function tryServices(): Promise<{ services?: Services; reason: string }> {
  try {
    return { services: await startServices(), reason: '' };
  } catch (error) {
    if (error instanceof NotHere) return { reason: error.message };
    throw error;
  }
}

/** An empty store on the server; the schema stays from one test to the next. */
export async function openNeo4jHouse({ env }: Services): Promise<OpenedStore> {
  const address = { uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD };
  await emptyDatabase(address);
  let store = await openNeo4jStore(address);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openNeo4jStore(address);
      return store;
    },
    dispose: () => store.close(),
  };
}

export async function emptyDatabase({
  uri,
  user,
  password,
}: {
  uri: string;
  user: string;
  password: string;
}): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  try {
    // what a benchmark left is too much for one transaction
    await session.run(
      "MATCH (n) WHERE NOT (n:Meta AND n.name = 'schema') CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS",
    );
  } finally {
    await session.close();
    await driver.close();
  }
}
