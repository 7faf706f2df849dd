import { viewOfSource } from '../model/exact-view';
import type { PanelView } from '../model/view';
import type { IssueRef } from './issue';
import { loadSource } from './load-source';
import type { ShownProperty } from '../model/from-property';

/** The promises of an issue at any instant. */
export type ExactSla = (now: number) => PanelView;

/** Reads what a replay needs; throws ProductFailed or RequestFailed. */
export async function readExact(issue: IssueRef, property: ShownProperty | null): Promise<ExactSla> {
  const source = await loadSource(issue, property);
  return (now) => viewOfSource(source, property, now);
}
