import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { CatalogList, EditedItem, SavedItem } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { Finding } from '../../../src/kernel/finding';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { Bar } from '../../kit/editor-page/bar';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t, localized } from '../../shared/i18n';
import { Loading } from '../shared/loading';
import { useLoad } from '../../shared/use-load';
import { pageAddress } from '../addresses';
import type { FieldCatalog } from '../model/field-catalog';
import { useSave } from '../shared/use-save';
import { loadItem, publishItem, retireItem, saveDraft as storeDraft } from './item-calls';
import { ItemEditor } from './item-editor';
import { itemFindings } from './item-findings';

const RetireDialog = lazy(() => import('./retire-dialog').then((m) => ({ default: m.RetireDialog })));

interface Props {
  readonly itemId: string;
  readonly isNew: boolean;
  /** What a new one begins as a copy of. */
  readonly from: string | null;
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
  readonly mayOpenSlas?: boolean;
  readonly readOnly: boolean;
  /** What the list shows of it has changed; a new one is there now. */
  readonly onStored: () => void;
}

/** One item: loads it, saves drafts, publishes and retires. */
export function ItemScreen(props: Props) {
  const { itemId, isNew, from, list } = props;
  const { loaded, reload } = useLoad(`item:${itemId}`, () => loadItem(itemId, isNew, from, list));
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  return <LoadedItem {...props} loaded={loaded.value} />;
}

function LoadedItem({
  itemId,
  isNew,
  list,
  definitions,
  catalog,
  confluence,
  mayOpenSlas = false,
  readOnly,
  onStored,
  loaded,
}: Props & { readonly loaded: EditedItem }) {
  const [stored, setStored] = useState(loaded);
  const [content, setContent, acceptContent] = useEdited(
    loaded.content,
    pageAddress('items', isNew ? 'new' : itemId),
  );
  const [retiring, setRetiring] = useState(false);
  const [missing, setMissing] = useState<readonly Finding[]>([]);
  const save = useSave();
  const changed = content !== stored.content;
  const title = localized(content.name);

  const accept = (item: EditedItem, sent: ItemContent) => {
    setStored(item);
    acceptContent(item.content, sent);
    onStored();
  };
  const saveDraft = async (): Promise<SavedItem> => {
    const saved = await storeDraft(itemId, stored.rev, content);
    accept(saved.item, content);
    return saved;
  };
  const keepDraft = async (): Promise<string> => {
    const { item, problems } = await saveDraft();
    // Nothing was refused: what it still needs is told as that.
    const needed = problems.filter(({ severity }) => severity === 'error');
    setMissing(needed.map((problem) => ({ ...problem, severity: 'warning' })));
    return t('settings.item.draftSaved', { count: needed.length, state: item.state });
  };
  const publish = async (): Promise<string> => {
    setMissing([]);
    const draft = changed || stored.rev === 0 ? (await saveDraft()).item : stored;
    accept(await publishItem(itemId, draft.rev), draft.content);
    return t('settings.item.published');
  };
  const problems = save.problems ?? missing;
  // Names are those of what was sent: while somebody types, nobody is led anywhere.
  const findings = useMemo(
    () => itemFindings(problems, stored.content, catalog),
    [problems, stored.content, catalog],
  );

  const retire = async (replacedBy: string | undefined): Promise<void> => {
    const item = await retireItem(itemId, stored.rev, replacedBy);
    setStored(item);
    onStored();
    // Retiring saves nothing: what was edited and not saved is still to be saved.
    if (!changed) acceptContent(item.content, content);
    setRetiring(false);
    save.tell(t('settings.item.retired'));
  };

  return (
    <>
      <Bar
        back={{ to: pageAddress('items'), text: t('settings.tab.items') }}
        title={title === '' ? t('settings.item.new') : title}
        message={save.error ?? save.done}
        readOnly={readOnly}
        saving={save.saving}
        does={{ text: t('settings.item.publish'), onClick: () => void save.run(publish) }}
        actions={
          <>
            {stored.state === 'published' && (
              <Button appearance="subtle" onClick={() => setRetiring(true)}>
                {t('settings.item.retireAsk')}
              </Button>
            )}
            <Button isDisabled={!changed} onClick={() => void save.run(keepDraft)}>
              {t('settings.item.saveDraft')}
            </Button>
          </>
        }
      />
      <ItemEditor
        content={content}
        list={list}
        definitions={definitions}
        catalog={catalog}
        confluence={confluence}
        mayOpenSlas={mayOpenSlas}
        readOnly={readOnly}
        findings={findings}
        onChange={setContent}
      />
      <Suspense fallback={null}>
        {retiring && (
          <RetireDialog
            name={title}
            others={list.items.filter(({ id, state }) => id !== itemId && state === 'published')}
            onClose={() => setRetiring(false)}
            onRetire={retire}
          />
        )}
      </Suspense>
    </>
  );
}
