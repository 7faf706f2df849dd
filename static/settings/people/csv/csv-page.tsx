import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { LabelledField, TextInput } from '../../../kit/controls';
import { Bar } from '../../../kit/editor-page/bar';
import forms from '../../../kit/forms.module.css';
import { bytesOf, decodeText } from '../../../shared/decode-text';
import { t } from '../../../shared/i18n';
import { pageAddress } from '../../addresses';
import { problemText } from '../../model/problem-text';
import { UserName } from '../../../shared/user-name';
import { Changes } from './changes';
import { Unclear } from './unclear';
import { useCsv } from './use-csv';

interface Props {
  /** Records were stored. */
  readonly onDone: () => void;
}

/** Many records from a table that is pasted or chosen as a file: nothing is stored before it was looked at. */
export function CsvPage({ onDone }: Props) {
  const [text, setText] = useState('');
  const csv = useCsv(onDone);
  const { save, looked, plan, progress, problems, isReady } = csv;
  return (
    <>
      <Bar
        back={{ to: pageAddress('people'), text: t('settings.tab.people') }}
        title={t('settings.people.csv')}
        message={save.error ?? save.done}
        readOnly={plan === null || plan.changes.length === 0}
        saving={save.saving}
        does={
          isReady
            ? {
                text: t('settings.people.apply', { count: plan?.changes.length ?? 0 }),
                onClick: () => void csv.apply(),
              }
            : { text: t('settings.people.check'), onClick: () => void csv.check() }
        }
      />
      <p className={forms.hint}>{t('settings.people.csvHint')}</p>
      <LabelledField id="people-table" label={t('settings.people.paste')} hint={t('settings.people.columns')}>
        <TextInput
          id="people-table"
          lines={6}
          isMonospaced
          value={text}
          readOnly={false}
          onChange={setText}
        />
      </LabelledField>
      <div className={forms.row}>
        <Button isDisabled={text.trim() === ''} isLoading={save.saving} onClick={() => void csv.read(text)}>
          {t('settings.people.compare')}
        </Button>
        <label htmlFor="people-file">{t('settings.people.file')}</label>
        <input
          id="people-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file, mended, may be chosen again.
            event.currentTarget.value = '';
            if (file === undefined) return;
            void bytesOf(file).then((bytes) => {
              const read = decodeText(bytes).text;
              setText(read);
              return csv.read(read);
            });
          }}
        />
      </div>
      {csv.fault !== null && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{csv.fault}</p>
          </SectionMessage>
        </div>
      )}
      {progress !== null && (
        <p role="status">
          {t(`settings.people.progress.${progress.of}`, { done: progress.done, total: progress.total })}
        </p>
      )}
      {problems.length > 0 && (
        <ul className={forms.problems} role="alert">
          {problems.map((problem, index) => (
            <li key={index}>
              <UserName accountId={problem.whose.slice('person:'.length)} />: {problemText(problem)}
            </li>
          ))}
        </ul>
      )}
      {looked !== null && plan !== null && (
        <>
          <Unclear {...looked} chosen={csv.chosen} onChoose={(name, id) => void csv.choose(name, id)} />
          <Changes table={looked.table} plan={plan} />
        </>
      )}
    </>
  );
}
