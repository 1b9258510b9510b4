import { afterAll, describe, it } from 'vitest';
import { storeContract } from '../contract/store.ts';
import { openNeo4jHouse, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
afterAll(() => services?.stop());

if (services) storeContract('neo4j [services]', () => openNeo4jHouse(services));
else describe('neo4j [services]', () => it.skip(`needs Neo4j and Redis: ${reason}`));
