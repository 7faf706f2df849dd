import { TextInput } from '../../kit/controls';
import type { Drawn } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { isPageId, loadPage } from '../directory/load-page';
import { pageIdOf } from '../model/page-id';

interface Props extends Drawn<string> {
  /** Whether Confluence is. */
  readonly isConnected: boolean;
}

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
      {isConnected && isPageId(pageId) && <Title key={pageId} pageId={pageId} />}
    </>
  );
}

function Title({ pageId }: { readonly pageId: string }) {
  const { loaded } = useLoad(`page:${pageId}`, () => loadPage(pageId));
  if (loaded.state === 'ready') return <span className={forms.hint}>{loaded.value.title}</span>;
  return (
    <span className={forms.hint} role="status">
      {t(loaded.state === 'error' ? 'settings.agreement.pageUnknown' : 'common.loading')}
    </span>
  );
}
