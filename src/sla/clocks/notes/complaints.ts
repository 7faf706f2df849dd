import { type Complaint, readHealth, writeHealth } from './notes';

const MOST_COMPLAINTS = 50;

/** Keeps the newest escalations that reached nobody or could not act, for the health page. */
export async function complain(complaint: Complaint): Promise<void> {
  const health = await readHealth();
  const complaints = [{ at: Date.now(), ...complaint }, ...health.complaints].slice(0, MOST_COMPLAINTS);
  await writeHealth({ ...health, complaints });
}
