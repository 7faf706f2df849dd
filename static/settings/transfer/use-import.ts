import { useState } from 'react';
import * as v from 'valibot';
import type { ImportOutcome } from '../../../src/kernel/answers';
import { NOTHING } from '../../../src/kernel/merge-members';
import {
  type ConfigDocument,
  configDocument,
  siteRefs,
  withSiteRefs,
} from '../../../src/settings/domain/config-document';
import { t } from '../../shared/i18n';
import { useSave } from '../shared/use-save';
import { mapOf, type Missing, missingOf } from './reconcile';
import { checkFile, sendFile, type SentFile, takeOver } from './send-file';
import type { KnownThings, SiteThing, SiteThings } from './site-things';

/** A file that was read, with what of it this site does not have. */
interface ReadFile {
  readonly document: ConfigDocument;
  readonly missing: readonly Missing[];
  readonly known: KnownThings;
}

interface Import {
  readonly save: ReturnType<typeof useSave>;
  readonly file: ReadFile | null;
  readonly chosen: ReadonlyMap<string, SiteThing | null>;
  readonly choose: (key: string, thing: SiteThing | null) => void;
  /** What taking over would do, or has done. */
  readonly outcome: ImportOutcome | null;
  /** How many parts of how many were sent. */
  readonly sent: readonly [done: number, total: number] | null;
  /** It was checked, nothing is wrong, and it is not yet taken over. */
  readonly isReady: boolean;
  /** It broke off: the rest can be taken over. */
  readonly isLeft: boolean;
  readonly read: (file: File) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly apply: () => Promise<void>;
}

/** One file after the other: read, what is missing chosen, checked as a whole, taken over step by step. */
export function useImport(site: SiteThings, onImported: () => void): Import {
  const save = useSave();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, SiteThing | null>>(new Map());
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [sent, setSent] = useState<readonly [number, number] | null>(null);
  const [ready, setReady] = useState<SentFile | null>(null);
  const [left, setLeft] = useState<{ readonly from: number; readonly before: ImportOutcome } | null>(null);

  const forget = (): void => {
    setOutcome(null);
    setReady(null);
    setLeft(null);
  };

  const checked = async ({ document, missing }: ReadFile): Promise<string> => {
    forget();
    const here = withSiteRefs(document, mapOf(missing, chosen));
    const upload = await sendFile(here, (done, total) => setSent([done, total]));
    setSent(null);
    const found = await checkFile(upload);
    setOutcome(found);
    setReady(found.problems.length === 0 ? upload : null);
    return t('settings.transfer.checked');
  };

  const apply = async (upload: SentFile): Promise<string | null> => {
    const { from, before } = left ?? { from: 0, before: NOTHING };
    setLeft({ from, before });
    const done = await takeOver(upload, from, before, (next, sum) => {
      setOutcome(sum);
      setLeft({ from: next, before: sum });
    });
    forget();
    setOutcome(done);
    onImported();
    return done.problems.length > 0 ? null : t('settings.transfer.imported');
  };

  return {
    save,
    file,
    chosen,
    choose: (key, thing) => {
      setChosen(new Map([...chosen, [key, thing]]));
      forget();
    },
    outcome,
    sent,
    isReady: ready !== null,
    isLeft: left !== null,
    read: (chosenFile) =>
      save.run(async () => {
        forget();
        setFile(null);
        setChosen(new Map());
        const document = documentIn(await chosenFile.text());
        if (document === null) return t('settings.transfer.notJson');
        const refs = siteRefs(document);
        const known = await site(refs);
        const read = { document, known, missing: missingOf(refs, document.names ?? [], known) };
        setFile(read);
        return read.missing.length > 0 ? null : checked(read);
      }),
    check: () => save.run(async () => (file === null ? null : checked(file))),
    apply: () => save.run(async () => (ready === null ? null : apply(ready))),
  };
}

function documentIn(text: string): ConfigDocument | null {
  try {
    const parsed = v.safeParse(configDocument, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
