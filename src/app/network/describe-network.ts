import { SymbionError } from '../../domain/index.ts';
import { describeNetwork, type NetworkDescription, readEdges } from '../../network/index.ts';
import type { HandedFile } from '../symbion.ts';

/** A list of links longer than this is not an exchange network. */
const LARGEST = 64 * 1024 * 1024;

/** Paths, cycles and indicators of an exchange network given as CSV `from,to[,quantity]`. Throws `input` with every bad row, `too-large`. */
export async function describeNetworkFile(file: HandedFile): Promise<NetworkDescription> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of file.open() as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST)
      throw new SymbionError('too-large', { ru: `${file.name}: больше 64 МБ.`, en: `${file.name}: above 64 MB.` });
    parts.push(part);
  }
  return describeNetwork(readEdges(Buffer.concat(parts).toString('utf8'), file.name));
}
