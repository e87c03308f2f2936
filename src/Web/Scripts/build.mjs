// Bundles the pages' modules into wwwroot/built. Called by Scripts.targets, or by `npm run build`.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../wwwroot/built/', import.meta.url));

await rm(out, { recursive: true, force: true });
const shared = {
  absWorkingDir: here,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

await build({ ...shared, entryPoints: ['src/live.ts', 'src/coach.ts', 'src/page.ts', 'src/student.ts', 'src/wall.ts'], outdir: out });
// A service worker rules the folder that it lies in: this one lies at the root, for /student alone.
await build({ ...shared, entryPoints: ['src/student-sw.ts'], outfile: fileURLToPath(new URL('../wwwroot/student-sw.js', import.meta.url)) });
