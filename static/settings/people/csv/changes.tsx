import Lozenge from '@atlaskit/lozenge';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { t } from '../../../shared/i18n';
import { askNames, UserName } from '../../../shared/user-name';
import { Differences } from '../../change/differences';
import { namedIn } from '../../../../src/people/domain/person';
import type { Plan } from './plan';
import type { Table } from './read-table';

interface Props {
  readonly table: Table;
  readonly plan: Plan;
}

/** So many are shown: whoever brings thousands looks at some. */
const SHOWN = 50;

/** What a table would change, person by person, and what of it says nothing. */
export function Changes({ table: { parts, ignored }, plan: { changes, unchanged, leftOut } }: Props) {
  const shown = changes.slice(0, SHOWN);
  askNames(shown.flatMap(({ after }) => [after.id, ...namedIn(after)]));
  const named = parts.map((part) => t(`settings.change.part.${part}`)).join(', ');
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.people.changes')}</h3>
      <p className={forms.hint}>
        {t('settings.people.read', { parts: named })}{' '}
        {ignored.length > 0 && t('settings.people.ignored', { headers: ignored.join(', ') })}{' '}
        {leftOut.length > 0 &&
          t('settings.people.leftOut', {
            count: leftOut.length,
            lines: leftOut.slice(0, 10).join(', '),
          })}{' '}
        {unchanged > 0 && t('settings.people.unchanged', { count: unchanged })}
      </p>
      <ListTable
        caption={t('settings.people.changes')}
        columns={[t('settings.people.name'), t('settings.status'), t('settings.audit.changes')]}
        empty={t('settings.people.nothingDiffers')}
        rows={shown.map(({ isNew, after, differences }) => ({
          id: after.id,
          cells: [
            <UserName key="name" accountId={after.id} />,
            <Lozenge key="state" appearance={isNew ? 'new' : 'inprogress'}>
              {t(isNew ? 'settings.people.isNew' : 'settings.people.isChanged')}
            </Lozenge>,
            <Differences key="differences" differences={differences} />,
          ],
        }))}
      />
      {changes.length > SHOWN && <p>{t('settings.people.more', { count: changes.length - SHOWN })}</p>}
    </section>
  );
}
