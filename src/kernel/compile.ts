import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { main } from 'assemblyscript/asc';
import binaryen from 'assemblyscript/binaryen';
import { describeLayout } from './layout.ts';

const ASSEMBLY = path.join(import.meta.dirname, 'assembly');

/** Compiles the kernel of the search; throws with the compiler's words where it does not. The same sources give the same bytes. */
export async function compileKernel(): Promise<{ readonly bytes: Uint8Array; readonly text: string }> {
  const written = new Map<string, string | Uint8Array>();
  const { error, stderr } = await main(
    [
      'index.ts',
      ...['--outFile', 'kernel.wasm', '--textFile', 'kernel.wat', '-O3', '--noAssert', '--runtime', 'stub'],
      ...['--enable', 'simd,threads', '--importMemory', '--sharedMemory', '--initialMemory', '1'],
      ...['--maximumMemory', '65536', '--noExportMemory'],
    ],
    {
      readFile: (name) => {
        if (name === 'layout.ts') return describeLayout();
        try {
          return readFileSync(path.join(ASSEMBLY, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (name, content) => void written.set(name, content),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return foldOffsets(written.get('kernel.wasm') as Uint8Array);
}

/** Places are added to by constants everywhere; an instruction that reads takes the constant for nothing. */
function foldOffsets(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly text: string } {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.All);
  // no place is so low that adding could wrap
  binaryen.setLowMemoryUnused(true);
  module.runPasses(['optimize-added-constants-propagate', 'vacuum', 'coalesce-locals', 'reorder-locals']);
  return { bytes: module.emitBinary(), text: module.emitText() };
}

const CODE = path.join(import.meta.dirname, '../engine/search/kernel-code.ts');

/** The source of `src/engine/search/kernel-code.ts`. */
export function tellCode(bytes: Uint8Array): string {
  const code = Buffer.from(bytes).toString('base64');
  return `/** Compiled from src/kernel/assembly by \`npm run kernel\`. */\nexport const KERNEL_CODE =\n  '${code}';\n`;
}

if (import.meta.main) {
  const { bytes, text } = await compileKernel();
  writeFileSync(CODE, tellCode(bytes));
  if (process.argv[2]) writeFileSync(process.argv[2], text);
  process.stdout.write(`${bytes.length} bytes\n`);
}
