import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { type ReactNode, useState } from 'react';
import type { PeriodJudgement, PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { CommitmentOrigin } from './commitment-origin';
import { promiseText, valueText } from './period-words';
import { ValueForm } from './value-form';

interface Props {
  readonly period: PeriodResult;
  readonly commitments: PeriodJudgement['commitments'];
  readonly canEnter: boolean;
  readonly busy: boolean;
  readonly onEnter: (commitmentId: string, value: number, note: string) => Promise<void>;
}

const LOOK = { met: 'success', missed: 'removed', noData: 'default' } as const;
const COLUMNS = ['name', 'promise', 'value', 'state', 'origin'] as const;

/** What was promised without a clock, whether it was kept, and where the value comes from. */
export function CommitmentTable({ period, commitments, canEnter, busy, onEnter }: Props) {
  const [entering, setEntering] = useState<string | null>(null);
  const commitment = commitments.find((each) => each.commitment.id === entering)?.commitment;
  const enter = (id: string, isManual: boolean): ReactNode =>
    canEnter &&
    isManual && (
      <Button spacing="compact" isDisabled={busy} onClick={() => setEntering(id)}>
        {t('settings.commitment.enter')}
      </Button>
    );
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.commitment.title')}</h4>
      <ListTable
        caption={t('settings.commitment.title')}
        columns={COLUMNS.map((column) => t(`settings.commitment.column.${column}`))}
        empty=""
        rows={commitments.map(({ commitment: each, value, state }) => ({
          id: each.id,
          cells: [
            each.name,
            promiseText(each),
            valueText(each, value),
            <Lozenge key="state" appearance={LOOK[state]}>
              {t(`settings.commitment.state.${state}`)}
            </Lozenge>,
            <>
              <CommitmentOrigin commitment={each} period={period} />{' '}
              {enter(each.id, each.source.kind === 'manual')}
            </>,
          ],
        }))}
      />
      {commitment !== undefined && (
        <ValueForm
          key={commitment.id}
          commitment={commitment}
          busy={busy}
          onCancel={() => setEntering(null)}
          onEnter={async (value, note) => {
            await onEnter(commitment.id, value, note);
            setEntering(null);
          }}
        />
      )}
    </section>
  );
}
