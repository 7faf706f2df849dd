import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';

const WORKER_FILES = ['worker-main', 'worker-code', 'worker-date', 'worker-egress', 'worker-runtime'];

/** Turns one TypeScript file into JavaScript for a place that cannot read TypeScript: a thread or a page. */
export function transpile(file: string, kind: 'commonjs' | 'script'): string {
  return transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    isModule: kind === 'commonjs',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    ...(kind === 'commonjs' ? { module: { type: 'commonjs' as const } } : {}),
  }).code;
}

/** Writes the thread's own code under `dir`; answers the file to start. */
export function compileWorker(dir: string): string {
  const codes = WORKER_FILES.map((name) => ({
    name,
    code: transpile(path.join(__dirname, `${name}.ts`), 'commonjs'),
  }));
  const hash = createHash('sha256')
    .update(codes.map((c) => c.code).join('\0'))
    .digest('hex')
    .slice(0, 12);
  const out = path.join(dir, hash);
  mkdirSync(out, { recursive: true });
  for (const { name, code } of codes) writeFileSync(path.join(out, `${name}.js`), code);
  return path.join(out, 'worker-main.js');
}
