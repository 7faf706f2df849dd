import Textfield from '@atlaskit/textfield';
import * as v from 'valibot';
import { t } from '../../shared/i18n';
import { askConfluence } from '../../shared/ask-confluence';
import { useLoad } from '../../shared/use-load';
import { pageIdOf } from '../model/page-id';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';

interface Props {
  readonly pageId: string;
  readonly connected: boolean;
  readonly readOnly: boolean;
  readonly onChange: (pageId: string) => void;
}

const Page = v.object({ id: v.string(), title: v.string() });

/** The Confluence page that holds the agreement's text: its id or its address, and its title as a check. */
export function PageField({ pageId, connected, readOnly, onChange }: Props) {
  return (
    <LabelledField
      id="agreement-page"
      label={t('settings.agreement.page')}
      hint={t(connected ? 'settings.agreement.pageHint' : 'settings.agreement.pageUnconnected')}
    >
      <Textfield
        id="agreement-page"
        value={pageId}
        isReadOnly={readOnly}
        isDisabled={!connected}
        onChange={(event) => onChange(pageIdOf(event.currentTarget.value))}
      />
      {connected && /^\d+$/.test(pageId) && <Title key={pageId} pageId={pageId} />}
    </LabelledField>
  );
}

function Title({ pageId }: { readonly pageId: string }) {
  const { loaded } = useLoad(`page:${pageId}`, () =>
    askConfluence(`/wiki/api/v2/pages/${encodeURIComponent(pageId)}`, Page),
  );
  if (loaded.state === 'ready') return <span className={forms.hint}>{loaded.value.title}</span>;
  return (
    <span className={forms.hint} role="status">
      {t(loaded.state === 'error' ? 'settings.agreement.pageUnknown' : 'common.loading')}
    </span>
  );
}
