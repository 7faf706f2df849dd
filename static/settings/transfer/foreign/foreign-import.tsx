import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { draftOf } from '../../../../src/sla/definitions/domain/other-tools/draft';
import type { Draft } from '../../../../src/sla/definitions/domain/other-tools/model';
import { nativeDraft } from '../../../../src/sla/definitions/domain/other-tools/native';
import { readForeignFile } from '../../../../src/sla/definitions/domain/other-tools/read-file';
import type { SlaDefinitions } from '../../../../src/sla/engine/model';
import { bytesOf, decodeText, type Encoding } from '../../../shared/decode-text';
import { errorText } from '../../../shared/error-text';
import { t } from '../../../shared/i18n';
import { ProductFailed } from '../../../shared/product';
import { useNamedCatalog } from '../../directory/use-named-catalog';
import type { FieldCatalog } from '../../model/field-catalog';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls';
import { DraftList } from './draft-list';
import { EncodingChoice } from './encoding-choice';
import { readNative } from './read-native';
import { siteNames } from './site-names';

interface Props {
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly onTaken: () => void;
}

/** What is shown below: a draft to choose from, or a sentence. */
type Shown =
  | {
      readonly kind: 'draft';
      readonly draft: Draft;
      readonly n: number;
      readonly told?: string;
      /** A file that does not say how its letters are encoded, and how it was read. */
      readonly guessed?: { readonly file: File; readonly encoding: Encoding };
    }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'taken'; readonly count: number };

const newId = () => crypto.randomUUID();

/** SLAs of Jira Service Management or of another tool as a draft, of which some are taken over. */
export function ForeignImport({ definitions, catalog: plain, onTaken }: Props) {
  const catalog = useNamedCatalog(plain);
  const [jql, setJql] = useState('');
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const { calendars, metrics } = definitions;
  const show = (draft: Draft, told?: string) =>
    setShown({ kind: 'draft', draft, n: Date.now(), ...(told === undefined ? {} : { told }) });

  const readRequests = async () => {
    setBusy(true);
    setShown(null);
    try {
      const { slas, looked, withSlas } = await readNative(jql.trim());
      if (slas.length === 0)
        setShown({ kind: 'fault', text: t('settings.foreign.noSlas', { count: looked }) });
      else show(nativeDraft(slas, newId), t('settings.foreign.looked', { count: looked, withSlas }));
    } catch (error) {
      if (!(error instanceof ProductFailed)) throw error;
      setShown({
        kind: 'fault',
        text: error.status === 400 ? t('settings.foreign.badJql') : errorText(error),
      });
    } finally {
      setBusy(false);
    }
  };
  const readFile = async (file: File | undefined, wanted?: Encoding) => {
    if (file === undefined) return;
    setShown(null);
    try {
      const { text, encoding, isGuess } = decodeText(await bytesOf(file), wanted);
      const read = readForeignFile(text);
      if ('fault' in read) {
        const line = read.line ?? 0;
        setShown({ kind: 'fault', text: t(`settings.foreign.fault.${read.fault}`, { line }) });
        return;
      }
      const draft = draftOf(read.rows, { names: siteNames(catalog), calendars, newId });
      const isTold = isGuess || wanted !== undefined;
      setShown({ kind: 'draft', draft, n: Date.now(), ...(isTold && { guessed: { file, encoding } }) });
    } catch {
      setShown({ kind: 'fault', text: t('settings.import.notReadable') });
    }
  };

  return (
    <section>
      <h3 className={forms.heading}>{t('settings.foreign.title')}</h3>
      <p className={forms.hint}>{t('settings.foreign.hint')}</p>
      <div className={forms.field}>
        <label className={forms.label} htmlFor="foreign-jql">
          {t('settings.foreign.jql')}
        </label>
        <div className={forms.row}>
          <div className={forms.grow}>
            <Textfield
              id="foreign-jql"
              value={jql}
              placeholder="project = HELP ORDER BY created DESC"
              aria-describedby="foreign-jql-hint"
              onChange={(event) => setJql(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && jql.trim() !== '' && !busy) void readRequests();
              }}
            />
          </div>
          <Button isDisabled={jql.trim() === ''} isLoading={busy} onClick={() => void readRequests()}>
            {t('settings.foreign.read')}
          </Button>
        </div>
        <span id="foreign-jql-hint" className={forms.hint}>
          {t('settings.foreign.jqlHint')}
        </span>
      </div>
      <LabelledField
        id="foreign-file"
        label={t('settings.foreign.file')}
        hint={t('settings.foreign.fileHint')}
      >
        <input
          id="foreign-file"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file, mended, may be chosen again.
            event.currentTarget.value = '';
            void readFile(file);
          }}
        />
      </LabelledField>
      {shown?.kind === 'fault' && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{shown.text}</p>
          </SectionMessage>
        </div>
      )}
      {shown?.kind === 'taken' && (
        <div role="status">
          <SectionMessage appearance="success">
            <p>{t('settings.foreign.taken', { count: shown.count })}</p>
          </SectionMessage>
        </div>
      )}
      {shown?.kind === 'draft' && (
        <>
          <h4 className={forms.heading}>{t('settings.foreign.draft')}</h4>
          <p className={forms.hint}>
            {[shown.told, t('settings.foreign.draftHint')].filter(Boolean).join(' ')}
          </p>
          {shown.guessed && (
            <EncodingChoice
              encoding={shown.guessed.encoding}
              onChange={(encoding) => void readFile(shown.guessed?.file, encoding)}
            />
          )}
          <DraftList
            key={shown.n}
            draft={shown.draft}
            around={{ catalog, calendars, metrics }}
            onTaken={(count) => {
              setShown({ kind: 'taken', count });
              onTaken();
            }}
          />
        </>
      )}
    </section>
  );
}
