/** Everything the panel shows at one instant. */
import type { MetricResult } from '../../../src/sla/engine/model';
import type { Replayed } from './explain';
import { linesFromProperty, type ShownProperty } from './from-property';
import { inOrder, type Line } from './line';

export interface PanelView {
  readonly lines: readonly Line[];
  readonly idle: readonly MetricResult[];
  readonly exact: boolean;
  /** Jira's history says more than the app's copy did. */
  readonly ahead: boolean;
  /** The words around a line; null before the replay. */
  readonly toldOf: (line: Line) => Replayed | null;
  /** Why a line stands as it does, in a sentence; null before the replay. */
  readonly sentenceOf: (line: Line) => string | null;
}

/** The copy as it stands. */
export const viewOfProperty = (property: ShownProperty, now: number): PanelView => ({
  lines: inOrder(linesFromProperty(property, now)),
  idle: [],
  exact: false,
  ahead: false,
  toldOf: () => null,
  sentenceOf: () => null,
});
