/** A configuration on its way to the backend: sent in parts, checked as a whole, then taken over. */
import type { ImportOutcome } from '../../../src/kernel/answers';
import { NOTHING, sumOf } from '../../../src/kernel/merge-members';
import type { ConfigDocument } from '../../../src/settings/domain/config-document';
import { call } from '../../shared/api';

/** Parts that the backend has. */
export interface SentFile {
  readonly upload: string;
  readonly parts: Readonly<Record<string, number>>;
}

/** A call may send half a million bytes, and a letter may be two. */
const MOST_CHARACTERS = 150_000;

function partsOf(members: readonly unknown[]): readonly (readonly unknown[])[] {
  const parts: unknown[][] = [];
  let length = Infinity;
  for (const member of members) {
    const own = JSON.stringify(member).length;
    if (length + own > MOST_CHARACTERS) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(member);
    length += own;
  }
  return parts;
}

/** Nothing is changed by sending. `progress` is told how many parts of how many were sent. */
export async function sendFile(
  { sections }: ConfigDocument,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<SentFile> {
  const upload = crypto.randomUUID();
  const parts = Object.entries(sections).flatMap(([section, members]) =>
    partsOf(members).map((part, index) => ({ section, part: index, members: [...part] })),
  );
  for (const [index, part] of parts.entries()) {
    await call('settings.stageImport', { upload, ...part });
    progress(index + 1, parts.length);
  }
  const counts = new Map<string, number>();
  for (const { section } of parts) counts.set(section, (counts.get(section) ?? 0) + 1);
  return { upload, parts: Object.fromEntries(counts) };
}

/** What taking it over would change, and all that is wrong with it. */
export const checkFile = (sent: SentFile): Promise<ImportOutcome> =>
  walk(sent, true, 0, NOTHING, () => undefined);

/** `kept` is told of each step that is done: what failed later goes on from there. */
export const takeOver = (
  sent: SentFile,
  from: number,
  before: ImportOutcome,
  kept: (from: number, outcome: ImportOutcome) => void,
): Promise<ImportOutcome> => walk(sent, false, from, before, kept);

async function walk(
  sent: SentFile,
  dryRun: boolean,
  from: number,
  before: ImportOutcome,
  kept: (from: number, outcome: ImportOutcome) => void,
): Promise<ImportOutcome> {
  const { next, ...outcome } = await call('settings.import', { ...sent, from, dryRun });
  const sum = sumOf([before, outcome]);
  if (next === undefined) return sum;
  kept(next, sum);
  return walk(sent, dryRun, next, sum, kept);
}
