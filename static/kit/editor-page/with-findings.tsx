import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import styles from './editor-page.module.css';
import { FindingPlaces } from './finding-places';
import { type EditorFinding, FindingsContext, nearestPath } from './findings';
import { FindingsList, type Part } from './findings-list';

interface Props {
  readonly findings: readonly EditorFinding[];
  /** What the list calls the parts of the editor; left out, it tells none. */
  readonly parts?: readonly Part[];
  /** What findings stop; saving when left out. */
  readonly title?: string | undefined;
  /** Whoever edits is led to one: where not all parts are on the screen, its part has to come there. */
  readonly onLead?: (finding: EditorFinding) => void;
  readonly children: ReactNode;
}

const NONE: readonly string[] = [];
const FOCUSABLE =
  'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea, button:not([disabled])';

/**
 * An editor with its findings: all are listed at the top and lead to where they are, each stands at its field (`FindingsAt`)
 * as well, and the first refusal gets the focus: its field, or the list while that is not on the screen.
 */
export function WithFindings({ findings, parts = [], title, onLead, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [places] = useState(() => new FindingPlaces());
  const paths = useSyncExternalStore(places.subscribe, places.paths);
  const [led, setLed] = useState<{ finding: EditorFinding } | null>(null);
  const refused = useMemo(
    () => ({ finding: findings.find(({ severity }) => severity === 'error') }),
    [findings],
  );
  const attention = led !== null && findings.includes(led.finding) ? led : refused;
  const shown = useRef<object | null>(null);
  const leads = useRef(onLead);
  useEffect(() => {
    leads.current = onLead;
  });
  useEffect(() => {
    if (attention.finding !== undefined) leads.current?.(attention.finding);
  }, [attention]);

  useEffect(() => {
    const { finding } = attention;
    if (finding === undefined || shown.current === attention) return;
    const part = places.part(nearestPath(finding.at, places.paths()));
    const field = part?.querySelector<HTMLElement>(FOCUSABLE);
    if (field) shown.current = attention;
    (field ?? list.current)?.focus();
  }, [attention, places, paths]);

  // Without findings, parts that come and go concern nobody.
  const shownPaths = findings.length > 0 ? paths : NONE;
  const context = useMemo(
    () => ({
      all: findings,
      places: shownPaths,
      attention,
      lead: (finding: EditorFinding) => setLed({ finding }),
      enter: places.enter,
    }),
    [findings, shownPaths, attention, places],
  );
  return (
    <FindingsContext.Provider value={context}>
      <div ref={list} tabIndex={-1} className={styles.list}>
        <FindingsList parts={parts} title={title} />
      </div>
      {children}
    </FindingsContext.Provider>
  );
}
