/** How labels above an axis stand beside each other without overlap. */

/** Where a label's line is and how wide the label is, both as parts of the axis' length (0 to 1). */
export interface Label {
  readonly at: number;
  readonly width: number;
}

export interface Placed {
  /** Whether it begins at its line or, near the right edge, ends there. */
  readonly hold: 'start' | 'end';
  /** The row it stands in, from the axis up. */
  readonly lane: number;
}

/**
 * Places labels in the order of their lines, each in the lowest row with room: above those whose lines it would hide. Labels
 * wider than a third of the axis may be crossed by a line.
 */
export const lanesOf = (labels: readonly Label[]): readonly Placed[] => {
  const ends = endsFrom(labels);
  const placed: (Placed & { readonly from: number; readonly to: number })[] = [];
  const place = (hold: Placed['hold'], { at, width }: Label): void => {
    const from = hold === 'start' ? at : at - width;
    const to = from + width;
    const under = placed.filter((other) => other.from < to && from < other.to);
    placed.push({ hold, from, to, lane: Math.max(-1, ...under.map(({ lane }) => lane)) + 1 });
  };
  // From the right, so that a label which has to make way has its own line beside those it stands above; and vice versa.
  for (const label of labels.slice(0, ends).reverse()) place('start', label);
  placed.reverse();
  for (const label of labels.slice(ends)) place('end', label);
  return placed.map(({ hold, lane }) => ({ hold, lane }));
};

/** The first label that ends at its line: it has no room to its right, or would cover the line of one that has none. */
const endsFrom = (labels: readonly Label[]): number => {
  let first = labels.findIndex(({ at, width }) => at + width > 1);
  if (first === -1) return labels.length;
  for (; first > 0; first--) {
    const before = labels[first - 1];
    const line = labels[first]?.at ?? 1;
    if (before === undefined || before.at + before.width <= line || before.at < before.width) break;
  }
  return first;
};
