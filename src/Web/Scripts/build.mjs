// Bundles the pages' modules into wwwroot/built. Called by Scripts.targets, or by `npm run build`.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../wwwroot/built/', import.meta.url));

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ['src/live.ts', 'src/page.ts'],
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
});
