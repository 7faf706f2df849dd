import { useRef, useState } from 'react';
import type { EditedItem, SavedItem } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { diffDocuments } from '../../../src/kernel/diff';
import { type Autosave, useAutosave } from '../../kit/unsaved/use-autosave';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { codeOf } from '../../shared/api';
import { publishItem, readStored, retireItem, saveDraft } from './item-calls';

export interface ItemDraft {
  readonly content: ItemContent;
  readonly edit: (content: ItemContent) => void;
  /** As it was last read or stored. */
  readonly stored: EditedItem;
  readonly autosave: Autosave<ItemContent, SavedItem>;
  /** What somebody else made of it meanwhile: nothing is saved until one of the two is chosen. */
  readonly theirs: EditedItem | null;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
  /** Saves what is not saved and publishes; `false` where somebody else was quicker, or it could not be saved. */
  readonly publish: () => Promise<boolean>;
  readonly retire: (replacedBy: string | undefined) => Promise<boolean>;
}

interface Wanted {
  readonly itemId: string;
  readonly loaded: EditedItem;
  /** It is a copy that is stored nowhere yet: it is saved though nobody changes it. */
  readonly isCopy: boolean;
  /** The path that its parts live in: going from one to another loses nothing. */
  readonly within: string;
  readonly onStored: () => void;
}

/** Writes on top of a revision; `isAgain`: the first time may have worked and its answer been lost. */
type Write<T> = (rev: number, isAgain: boolean) => Promise<T>;

/**
 * An item's draft: edited, saved by itself, published. A save is refused where the draft is another than the one it was read as: then
 * the other's is read, and shown to whoever edits. One that says the same is taken for the answer of a save that was lost on its way.
 */
export function useItemDraft({ itemId, loaded, isCopy, within, onStored }: Wanted): ItemDraft {
  const [content, setContent] = useState(loaded.content);
  const [stored, setStored] = useState(loaded);
  const [theirs, setTheirs] = useState<EditedItem | null>(null);
  const newest = useRef(loaded);
  const sent = useRef<ItemContent | null>(null);

  const accept = (item: EditedItem): void => {
    newest.current = item;
    setStored(item);
    onStored();
  };

  /** Tries again on what is stored where that is one's own. Else a conflict is shown, and thrown. */
  const onTop = async <T>(mine: ItemContent, write: Write<T>): Promise<T> => {
    const before = sent.current;
    sent.current = mine;
    try {
      return await write(newest.current.rev, false);
    } catch (failure) {
      if (!isConflict(failure)) throw failure;
      const other = await readStored(itemId);
      const isOwn = [mine, before].some((each) => each !== null && isSame(each, other.content));
      if (!isOwn) {
        void autosave.hold();
        setTheirs(other);
        throw failure;
      }
      accept(other);
      return write(other.rev, true);
    }
  };

  const autosave: Autosave<ItemContent, SavedItem> = useAutosave({
    value: content,
    saved: isCopy ? null : loaded.content,
    state: 'none',
    store: (next: ItemContent, isAsked: boolean) =>
      onTop(next, async (rev) => {
        const answer = await saveDraft(itemId, rev, next, !isAsked);
        accept(answer.item);
        return answer;
      }),
  });
  const isUnsaved = content !== autosave.saved;
  useUnsaved(isUnsaved, within, async () => (await autosave.save()) !== null);

  /** Does something to what is stored, while nothing else is. */
  const alone = async (write: Write<EditedItem>): Promise<boolean> => {
    await autosave.hold();
    try {
      accept(await onTop(autosave.saved ?? content, write));
      autosave.release();
      return true;
    } catch (failure) {
      if (isConflict(failure)) return false;
      autosave.release();
      throw failure;
    }
  };

  const decide = (item: EditedItem): void => {
    setTheirs(null);
    accept(item);
    autosave.release();
  };
  return {
    content,
    edit: setContent,
    stored,
    autosave,
    theirs,
    takeTheirs: () => {
      if (theirs === null) return;
      setContent(theirs.content);
      autosave.accept(theirs.content);
      decide(theirs);
    },
    keepMine: () => {
      if (theirs === null) return;
      decide(theirs);
      void autosave.save();
    },
    publish: async () => {
      if ((isUnsaved || newest.current.rev === 0) && (await autosave.save()) === null) return false;
      return alone(async (rev, isAgain) =>
        isAgain && isInForce(newest.current) ? newest.current : publishItem(itemId, rev),
      );
    },
    retire: (replacedBy) => alone((rev) => retireItem(itemId, rev, replacedBy)),
  };
}

const isConflict = (failure: unknown): boolean => codeOf(failure) === 'CONFLICT';

const isInForce = ({ state, dirty }: EditedItem): boolean => state === 'published' && !dirty;

const isSame = (a: ItemContent, b: ItemContent): boolean => diffDocuments(a, b).length === 0;
