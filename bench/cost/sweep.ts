import { T0 } from '../../src/sla/testing/world';
import { sweepCalls } from '../../test/cost/sweep-site';

const FEW = 1_000;
const MANY = 100_000;
const DUE = 50;
const MOST = 1.3;

/** How a sweep's calls grow with the clocks that are open but not due, in a line. */
export async function sweepLine(): Promise<string> {
  const realNow = Date.now;
  Date.now = () => T0;
  try {
    const few = await sweepCalls(FEW, DUE);
    const many = await sweepCalls(MANY, DUE);
    const ratio = many / few;
    return (
      `A sweep with ${DUE} clocks due: ${few} calls among ${FEW.toLocaleString('en')} open clocks, ${many} among ` +
      `${MANY.toLocaleString('en')}: × ${ratio.toFixed(2)} (≤ ${MOST}) ${ratio <= MOST ? 'pass' : 'FAIL'}`
    );
  } finally {
    Date.now = realNow;
  }
}
