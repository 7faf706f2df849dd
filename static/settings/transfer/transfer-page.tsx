import Button from '@atlaskit/button/default/button';
import { lazy, Suspense } from 'react';
import type { ConfigDocument } from '../../../src/settings/domain/config-document';
import { t } from '../../shared/i18n';
import { saveFile } from '../../shared/save-file';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { PageProps } from '../page-props';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls';
import { ImportOutcome } from './import-outcome';
import { MissingTable } from './missing-table';
import { readConfiguration } from './read-configuration';
import { siteThings } from './site-things';
import { useImport } from './use-import';

// It brings readers of other tools' files along.
const ForeignImport = lazy(() =>
  import('./foreign/foreign-import').then((m) => ({ default: m.ForeignImport })),
);

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'onImported'>;

/** The whole configuration as one JSON file, and SLAs of other tools: nothing is stored before it was looked at. */
export function TransferPage({ definitions, catalog, onImported }: Props) {
  const site = siteThings(catalog);
  const taking = useImport(site, onImported);
  const { save, file, outcome, sent, isReady, isLeft } = taking;
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
            download(await readConfiguration(site));
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
            const chosen = event.currentTarget.files?.[0];
            if (chosen !== undefined) void taking.read(chosen);
          }}
        />
      </LabelledField>
      {sent !== null && (
        <p role="status">{t('settings.transfer.sending', { done: sent[0], total: sent[1] })}</p>
      )}
      {file !== null && file.missing.length > 0 && (
        <>
          <MissingTable
            missing={file.missing}
            known={file.known}
            chosen={taking.chosen}
            onChoose={taking.choose}
          />
          {!isReady && (
            <Button isLoading={save.saving} onClick={() => void taking.check()}>
              {t('settings.transfer.check')}
            </Button>
          )}
        </>
      )}
      {outcome !== null && <ImportOutcome outcome={outcome} />}
      {isReady && (
        <div className={forms.actions}>
          {isLeft && !save.saving && <p className={forms.hint}>{t('settings.transfer.left')}</p>}
          <Button appearance="primary" isLoading={save.saving} onClick={() => void taking.apply()}>
            {t(isLeft ? 'settings.transfer.continue' : 'settings.transfer.apply')}
          </Button>
        </div>
      )}
      <Suspense fallback={<SkeletonLines height={40} count={3} />}>
        <ForeignImport definitions={definitions} catalog={catalog} onTaken={onImported} />
      </Suspense>
    </>
  );
}

const download = (config: ConfigDocument): void =>
  saveFile('pledge-config.json', JSON.stringify(config, null, 2), 'application/json');
