/** Which files a source file loads, however deep. Imports of types only load nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'"]*?)(?:from\s+)?['"](\.[^'"]+)['"]/g;

function imports(file: string): readonly string[] {
  const found = readFileSync(file, 'utf8').matchAll(IMPORT);
  return [...found].flatMap(([, type, names = '', path = '']) => {
    if (type !== undefined || isTypesOnly(names)) return [];
    const base = normalize(join(dirname(file), path));
    const places = [base, `${base}.ts`, join(base, 'index.ts')];
    return places.find((place) => existsSync(place) && statSync(place).isFile()) ?? [];
  });
}

function isTypesOnly(names: string): boolean {
  const inside = /^\{([^}]*)\}/s.exec(names)?.[1];
  const each = inside?.split(',').map((name) => name.trim()) ?? [];
  return inside !== undefined && each.filter(Boolean).every((name) => name.startsWith('type '));
}

/** The file itself and everything behind it; what `without` names is not gone into. */
export function closure(entry: string, without: readonly string[] = []): readonly string[] {
  const seen = new Set([entry]);
  for (const file of seen) for (const next of imports(file)) if (!without.includes(next)) seen.add(next);
  return [...seen];
}

export const linesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
