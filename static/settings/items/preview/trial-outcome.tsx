import { useEffect, useRef, useState } from 'react';
import type { ItemContent } from '../../../../src/catalog/domain/model';
import type { TriedRequest } from '../../../../src/requests/domain/answers';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { answerText } from '../../../portal/requests/answer-list';
import { localized, t } from '../../../shared/i18n';
import { SlaTable } from '../sla-table';
import type { ItemTabProps } from '../item-tab-props';
import { useUserNames } from '../../../shared/use-user-names';
import { accountsIn, fieldText } from './field-text';

export interface TrialOutcomeProps {
  readonly tried: TriedRequest;
  readonly content: ItemContent;
  readonly requester: string;
  readonly around: Pick<ItemTabProps, 'definitions' | 'catalog' | 'mayOpenSlas'>;
}

/** Fields that every work item has, as they are called here; the others as Jira calls them. */
const OWN: Readonly<Record<string, string>> = {
  project: 'settings.fulfilment.project',
  issuetype: 'settings.fulfilment.issueType',
  summary: 'settings.fulfilment.summary',
};
const nameOfField = (id: string, inJira: string): string => {
  const own = OWN[id];
  return own === undefined ? inJira : t(own);
};

/** What sending the form would make, in people's words: the work item, who approves, the SLAs, what is told to whom. */
export function TrialOutcome({ tried, content, requester, around }: TrialOutcomeProps) {
  const { fields, intro, rows, approvers, beneficiary, notice } = tried;
  const { catalog: known } = around;
  const catalog = {
    ...known,
    valueName: (field: string, value: string) =>
      tried.named[`${field}:${value}`] ?? known.valueName(field, value),
  };
  const [at] = useState(() => Date.now());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [tried]);
  const names = useUserNames([beneficiary, ...(approvers ?? []), ...accountsIn(fields)]);
  const nameOf = (accountId: string): string => names.get(accountId) ?? accountId;
  const [step] = content.approvals;
  const given = Object.entries({ ...fields, reporter: { accountId: beneficiary } }).filter(
    ([id]) => id !== 'description',
  );
  return (
    <section aria-labelledby="trial-outcome">
      <h3 id="trial-outcome" ref={title} tabIndex={-1} className={forms.heading}>
        {t('settings.trial.title')}
      </h3>
      <p className={forms.hint}>{t('settings.trial.hint')}</p>
      <ListTable
        caption={t('settings.trial.fields')}
        columns={[t('settings.trial.field'), t('settings.trial.value')]}
        empty=""
        rows={given.map(([id, value]) => ({
          id,
          cells: [nameOfField(id, catalog.fieldName(id)), fieldText(id, value, catalog, nameOf)],
        }))}
      />
      <h4 className={forms.heading}>{t('settings.trial.description')}</h4>
      {intro.map((line) => (
        <p key={line} className={forms.hint}>
          {line}
        </p>
      ))}
      <ListTable
        caption={t('settings.trial.description')}
        columns={[t('settings.trial.question'), t('settings.trial.answer'), t('settings.trial.where')]}
        empty={t('settings.trial.noAnswers')}
        rows={rows.map(({ isMapped, ...row }, index) => ({
          id: String(index),
          cells: [
            localized(row.label),
            answerText(row),
            t(isMapped ? 'settings.trial.alsoField' : 'settings.trial.onlyHere'),
          ],
        }))}
      />
      <h4 className={forms.heading}>{t('settings.trial.approval')}</h4>
      {approvers === null && <p>{t('settings.trial.noApproval')}</p>}
      {approvers?.length === 0 && <p className={forms.error}>{t('settings.trial.nobodyApproves')}</p>}
      {approvers !== null && approvers.length > 0 && (
        <>
          <p>
            {t('settings.trial.approvers', {
              names: approvers.map(nameOf).join(', '),
              rule: t(`settings.approval.${step?.rule ?? 'any'}`),
            })}
          </p>
          {step?.beforeIssue ? (
            <p>{t('settings.trial.beforeIssue')}</p>
          ) : (
            <>
              {step?.waitingStatusId !== undefined && (
                <p>
                  {t('settings.trial.waits', { status: catalog.valueName('status', step.waitingStatusId) })}
                </p>
              )}
              <p>{t('settings.trial.notice', { text: localized(notice) })}</p>
            </>
          )}
        </>
      )}
      {content.receipt && (
        <>
          <h4 className={forms.heading}>{t('settings.item.receipt')}</h4>
          <p>{localized(content.receipt)}</p>
        </>
      )}
      <h4 className={forms.heading}>{t('settings.promise.slas')}</h4>
      <SlaTable {...around} content={content} answers={tried.answers} requester={requester} at={at} />
    </section>
  );
}
