import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import type { ImportOutcome as Outcome } from '../../../src/kernel/answers';
import type { ConfigDocument } from '../../../src/settings/domain/answers';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { useSave } from '../shared/use-save';
import { ImportOutcome } from './import-outcome';

// It brings readers of other tools' files along.
const ForeignImport = lazy(() =>
  import('./foreign/foreign-import').then((m) => ({ default: m.ForeignImport })),
);

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'onImported'>;

/** The whole configuration as one JSON file, and SLAs of other tools: nothing is stored before it was looked at. */
export function TransferPage({ definitions, catalog, onImported }: Props) {
  const save = useSave();
  const [document, setDocument] = useState<ConfigDocument | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = (file: File) =>
    save.run(async () => {
      setOutcome(null);
      setDocument(null);
      // The backend parses it with its schema; here it is only carried over.
      const parsed = parseJson(await file.text());
      if (parsed === null) return t('settings.transfer.notJson');
      const answer = await call('settings.import', { document: parsed, dryRun: true });
      setDocument(parsed);
      setOutcome(answer);
      return t('settings.transfer.checked');
    });

  const apply = (wanted: ConfigDocument) =>
    save.run(async () => {
      setOutcome(await call('settings.import', { document: wanted, dryRun: false }));
      setDocument(null);
      onImported();
      return t('settings.transfer.imported');
    });

  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.import-export')}</h2>
      {save.error}
      {save.done}
      <h3 className={forms.heading}>{t('settings.transfer.export')}</h3>
      <p className={forms.hint}>{t('settings.transfer.exportHint')}</p>
      <Button
        isLoading={save.saving}
        onClick={() =>
          void save.run(async () => {
            download(await call('settings.export', {}));
            return t('settings.transfer.exported');
          })
        }
      >
        {t('settings.transfer.download')}
      </Button>
      <h3 className={forms.heading}>{t('settings.transfer.import')}</h3>
      <LabelledField
        id="config-file"
        label={t('settings.transfer.file')}
        hint={t('settings.transfer.importHint')}
      >
        <input
          id="config-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void read(file);
          }}
        />
      </LabelledField>
      {outcome !== null && <ImportOutcome outcome={outcome} />}
      {document !== null && outcome !== null && outcome.problems.length === 0 && (
        <div className={forms.actions}>
          <Button appearance="primary" isLoading={save.saving} onClick={() => void apply(document)}>
            {t('settings.transfer.apply')}
          </Button>
        </div>
      )}
      <Suspense fallback={<SkeletonLines height={40} count={3} />}>
        <ForeignImport definitions={definitions} catalog={catalog} onTaken={onImported} />
      </Suspense>
    </>
  );
}

function parseJson(text: string): ConfigDocument | null {
  try {
    return JSON.parse(text) as ConfigDocument;
  } catch {
    return null;
  }
}

function download(config: ConfigDocument): void {
  const link = window.document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(config, null, 2)], { type: 'application/json' }));
  link.download = 'pledge-config.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
