import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

const db = new DatabaseSync(workerData as string, { timeout: 0 });
try {
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
} finally {
  db.close();
}
