import { storeHouses } from './houses.ts';
import { storeContract } from './store.ts';

for (const { name, open } of storeHouses) storeContract(name, open);
