import * as v from 'valibot';
import { TextInput } from '../../kit/controls';
import type { Drawn } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { askConfluence } from '../../shared/ask-confluence';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { pageIdOf } from '../model/page-id';

interface Props extends Drawn<string> {
  /** Whether Confluence is. */
  readonly isConnected: boolean;
}

const Page = v.object({ id: v.string(), title: v.string() });

/** The Confluence page that holds a text: its id or its address, and its title as a check. */
export function PageInput({ id, value: pageId, isConnected, readOnly, onChange }: Props) {
  return (
    <>
      <TextInput
        id={id}
        value={pageId}
        readOnly={readOnly}
        isDisabled={!isConnected}
        onChange={(typed) => onChange(pageIdOf(typed))}
      />
      {isConnected && /^\d+$/.test(pageId) && <Title key={pageId} pageId={pageId} />}
    </>
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
