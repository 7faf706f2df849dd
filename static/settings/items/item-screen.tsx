import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { CatalogList, EditedItem, SavedItem } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { Finding } from '../../../src/kernel/finding';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { Bar } from '../../kit/editor-page/bar';
import { RequestFailed } from '../../shared/api';
import { t, localized } from '../../shared/i18n';
import { Loading } from '../shared/loading';
import { useLoad } from '../../shared/use-load';
import { pageAddress } from '../addresses';
import type { FieldCatalog } from '../model/field-catalog';
import { useSave } from '../shared/use-save';
import { DraftConflict } from './draft-conflict';
import { DraftState } from './draft-state';
import { loadItem } from './item-calls';
import { ItemEditor } from './item-editor';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { itemFindings, withoutChanged } from './item-findings';
import { LanguageProgress } from './language-progress';
import { BesidePreview } from './preview/beside-preview';
import { useItemDraft } from './use-item-draft';

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
  readonly mayOpenSets?: boolean;
  readonly readOnly: boolean;
  /** Opens a copy of it; left out for those who make no items. */
  readonly onCopy?: (() => void) | undefined;
  /** What the list shows of it has changed; a new one is there now. */
  readonly onStored: () => void;
}

/** What is listed above the editor. */
interface Told {
  readonly findings: readonly EditorFinding[];
  readonly title?: string;
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
  from,
  readOnly,
  onCopy,
  onStored,
  loaded,
  ...around
}: Props & { readonly loaded: EditedItem }) {
  const draft = useItemDraft({
    itemId,
    loaded,
    isCopy: isNew && from !== null,
    within: pageAddress('items', isNew ? 'new' : itemId),
    onStored,
  });
  const { content, stored, autosave, theirs } = draft;
  const { catalog } = around;
  const [retiring, setRetiring] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const [looking, setLooking] = useState(false);
  const [missing, setMissing] = useState<readonly Finding[]>([]);
  const [untranslated, setUntranslated] = useState<Told | null>(null);
  const save = useSave();
  const title = localized(content.name);
  const edit = (next: ItemContent): void => {
    setMissing((told) => withoutChanged(told, content, next));
    draft.edit(next);
  };
  const shown = looking && theirs !== null ? theirs.content : content;

  /** Nothing was refused: what it still needs is told as that. Answers how much it is. */
  const needs = ({ problems }: SavedItem): number => {
    const needed = problems.filter(({ severity }) => severity === 'error');
    setMissing(needed.map((problem) => ({ ...problem, severity: 'warning' })));
    return needed.length;
  };
  const keepDraft = async (): Promise<string | null> => {
    const saved = await autosave.save(true);
    if (saved === null) return null;
    return t('settings.item.draftSaved', { count: needs(saved), state: saved.item.state });
  };
  const publish = async (): Promise<string | null> => {
    setMissing([]);
    return (await draft.publish()) ? t('settings.item.published') : null;
  };
  const refused = autosave.error instanceof RequestFailed ? autosave.error.fields : [];
  const problems = save.problems ?? (refused.length > 0 ? refused : missing);
  // Names are those of what was sent: while somebody types, nobody is led anywhere.
  const named = autosave.saved ?? loaded.content;
  const findings = useMemo(() => itemFindings(problems, named, catalog), [problems, named, catalog]);
  const told = untranslated !== null && findings.length === 0 ? untranslated : { findings };

  const retire = async (replacedBy: string | undefined): Promise<void> => {
    const isRetired = await draft.retire(replacedBy);
    setRetiring(false);
    if (isRetired) save.tell(t('settings.item.retired'));
  };
  const preview = (): void => {
    setPreviewing(!previewing);
    if (!previewing && stored.rev === 0) void autosave.save();
  };
  const tryWith = async (): Promise<boolean> => {
    const saved = await autosave.save(true);
    if (saved !== null) needs(saved);
    return saved !== null;
  };
  const decide = (take: () => void) => () => {
    setLooking(false);
    take();
  };

  return (
    <>
      <Bar
        back={{ to: pageAddress('items'), text: t('settings.tab.items') }}
        title={title === '' ? t('settings.item.new') : title}
        state={theirs === null && <DraftState autosave={autosave} stored={stored} />}
        message={
          theirs === null ? (
            (save.error ?? save.done)
          ) : (
            <DraftConflict
              theirs={theirs}
              isShown={looking}
              onShow={setLooking}
              onTake={decide(draft.takeTheirs)}
              onKeep={decide(draft.keepMine)}
            />
          )
        }
        readOnly={readOnly || theirs !== null}
        saving={save.saving}
        looks={
          <Button isSelected={previewing} onClick={preview}>
            {t('settings.preview.open')}
          </Button>
        }
        does={{ text: t('settings.item.publish'), onClick: () => void save.run(publish) }}
        actions={
          <>
            {stored.state === 'published' && (
              <Button appearance="subtle" onClick={() => setRetiring(true)}>
                {t('settings.item.retireAsk')}
              </Button>
            )}
            {onCopy !== undefined && stored.rev > 0 && (
              <Button appearance="subtle" onClick={onCopy}>
                {t('settings.item.duplicate')}
              </Button>
            )}
            <Button onClick={() => void save.run(keepDraft)}>{t('settings.item.saveDraft')}</Button>
          </>
        }
      />
      <BesidePreview
        preview={
          previewing
            ? { itemId, content: shown, rev: stored.rev, save: readOnly ? undefined : tryWith, ...around }
            : null
        }
      >
        <LanguageProgress
          content={shown}
          mayAdd={!readOnly && around.mayOpenSlas === true}
          onMissing={(found, of) => {
            setMissing([]);
            setUntranslated({ findings: found, title: of });
          }}
        />
        <ItemEditor
          {...around}
          content={shown}
          readOnly={readOnly || shown !== content}
          {...told}
          onChange={edit}
        />
      </BesidePreview>
      <Suspense fallback={null}>
        {retiring && (
          <RetireDialog
            name={title}
            others={around.list.items.filter(({ id, state }) => id !== itemId && state === 'published')}
            onClose={() => setRetiring(false)}
            onRetire={retire}
          />
        )}
      </Suspense>
    </>
  );
}
