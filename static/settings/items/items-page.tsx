import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { ItemRow } from '../../../src/catalog/domain/call-answers';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { call } from '../../shared/api';
import { formatDate } from '../../shared/dates';
import { t, localized } from '../../shared/i18n';
import { Loading } from '../shared/loading';
import { useLoad } from '../../shared/use-load';
import type { FieldCatalog } from '../model/field-catalog';
import forms from '../shared/forms.module.css';
import { ListTable } from '../shared/list-table';
import { ItemScreen } from './item-screen';

interface Props {
  readonly definitions: SlaDefinitions | null;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  /** The id of the item to begin with. */
  readonly opened?: string | undefined;
}

const APPEARANCE = { published: 'success', draft: 'inprogress', retired: 'default' } as const;

/** Catalog items: the list, and one item's screen. */
export function ItemsPage({ definitions, catalog, readOnly, opened }: Props) {
  const { loaded: list, reload } = useLoad('items', () => call('catalog.items', {}));
  const [openId, setOpenId] = useState<string | null>(opened ?? null);

  if (list.state !== 'ready') return <Loading loaded={list} onRetry={reload} />;
  if (openId !== null) {
    return (
      <ItemScreen
        itemId={openId}
        list={list.value}
        definitions={definitions}
        catalog={catalog}
        readOnly={readOnly}
        onClose={() => {
          setOpenId(null);
          reload();
        }}
      />
    );
  }
  const serviceName = (id: string) => {
    const service = list.value.services.find((candidate) => candidate.id === id);
    return service === undefined ? '–' : localized(service.name);
  };
  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.items')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={() => setOpenId(crypto.randomUUID())}>
            {t('settings.item.new')}
          </Button>
        )}
      </div>
      <ListTable
        caption={t('settings.tab.items')}
        columns={[
          t('settings.name'),
          t('settings.item.service'),
          t('settings.status'),
          t('settings.item.version'),
          t('settings.item.updated'),
        ]}
        empty={t('settings.item.empty')}
        rows={list.value.items.map((row) => ({
          id: row.id,
          open: () => setOpenId(row.id),
          cells: [
            localized(row.name),
            serviceName(row.serviceId),
            <State key="state" row={row} />,
            String(row.version),
            formatDate(row.updatedAt),
          ],
        }))}
      />
    </>
  );
}

function State({ row }: { readonly row: ItemRow }) {
  return (
    <>
      <Lozenge appearance={APPEARANCE[row.state]}>{t(`settings.item.state.${row.state}`)}</Lozenge>{' '}
      {row.dirty && row.state === 'published' && (
        <Lozenge appearance="moved">{t('settings.item.unpublished')}</Lozenge>
      )}{' '}
      {row.problems > 0 && (
        <Lozenge appearance="removed">{t('settings.item.problems', { count: row.problems })}</Lozenge>
      )}
    </>
  );
}
