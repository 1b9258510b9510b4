import { randomUUID } from 'node:crypto';
import os from 'node:os';

/** Start of this machine, seconds since 1970; differs by a little each time it is asked. */
const bootedAt = () => Math.round(Date.now() / 1000 - os.uptime());
const SAME_BOOT_SECONDS = 120;

/** Who runs a job: process, start of the machine (numbers of processes begin anew with it), and a part by chance. */
export function nameWorker(): string {
  return `${process.pid}-${bootedAt()}-${randomUUID().slice(0, 8)}`;
}

/** Whether another process that took a job still lives, so that two processes on one file do not take each other's work. */
export function isAliveElsewhere(worker: string | undefined): boolean {
  const [pid, boot] = (worker ?? '').split('-').map(Number);
  if (!pid || !boot || pid === process.pid || Math.abs(boot - bootedAt()) > SAME_BOOT_SECONDS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
