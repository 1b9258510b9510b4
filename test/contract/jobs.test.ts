import { jobHouses } from './houses.ts';
import { jobsContract } from './jobs.ts';

for (const { name, open } of jobHouses) jobsContract(name, open);
