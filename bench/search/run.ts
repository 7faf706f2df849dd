import { leastProcessorMs } from '../../test/setup/processor-time';
import { missedArticles } from '../../test/search/articles';
import { demoSite, figuresOf, LABELLED, QUERIES } from '../../test/search/labelled';
import { indexItems } from '../../static/portal/search/item-index';
import { largeSite } from './large';

/** How much slower than this machine a requester's may be. */
const SLOWER = 4;
const ROUNDS = 25;

/** Prints how well the labelled queries find their items, and how long a browser works for it. */
export async function run(): Promise<void> {
  const { index } = demoSite();
  console.log('Labelled queries over the demo catalog: the item first, among the first three:');
  for (const heldOut of [false, true]) {
    const { count, first, three, missed } = figuresOf(
      index,
      QUERIES.filter((each) => each.heldOut === heldOut),
    );
    const name = heldOut ? 'held out' : 'looked at';
    console.log(
      `  ${name.padEnd(10)} ${String(count).padStart(4)}  ${first.toFixed(3)}  ${three.toFixed(3)}`,
    );
    if (missed.length > 0) console.log(missed.map((told) => `    ${told}`).join('\n'));
  }
  const missed = await missedArticles();
  console.log(
    `Articles among the five shown: ${LABELLED.articles.length - missed.length} of ${LABELLED.articles.length}`,
  );
  for (const told of missed) console.log(`    ${told}`);
  const { cards, words } = largeSite();
  const build = (all: ReadonlyMap<string, string>) => indexItems(cards, new Map(), [], all);
  console.log(`300 items, ${SLOWER} times slower than here, the least of ${ROUNDS} runs:`);
  console.log(`  index of what the home shows ${await least(() => build(new Map()))} ms`);
  console.log(`  whole index                  ${await least(() => build(words))} ms`);
  const whole = build(words);
  for (const query of ['bacedi', 'bacedl', 'ифсувш', 'qqqqqqqq ццццццц'])
    console.log(`  a search: ${query.padEnd(18)} ${await least(() => whole.search(query))} ms`);
}

/** Of the processor's time, so that others on this machine don't count. */
const least = async (work: () => unknown): Promise<string> =>
  ((await leastProcessorMs(ROUNDS, work)) * SLOWER).toFixed(0).padStart(4);
