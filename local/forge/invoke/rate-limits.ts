const UNIT_BYTES = 10 * 1024;
const MINUTE = 60_000;
const UNITS_PER_MINUTE = 4000;
const PUSHES_PER_MINUTE = 500;
const OBJECT_REQUESTS_PER_MINUTE = 5000;

/** The installation's limits by the minute of the site's clock. Counted always, enforced when told to. */
export class RateLimits {
  private minute = 0;
  private readUnits = 0;
  private writeUnits = 0;
  private pushes = 0;
  private objectRequests = 0;

  constructor(
    private readonly now: () => number,
    private readonly enforced: () => boolean,
  ) {}

  countStorage(readBytes: number, writtenBytes: number): void {
    this.roll();
    this.readUnits += Math.ceil(readBytes / UNIT_BYTES);
    this.writeUnits += Math.ceil(writtenBytes / UNIT_BYTES);
  }

  storageIsOver(): boolean {
    this.roll();
    return this.enforced() && (this.readUnits >= UNITS_PER_MINUTE || this.writeUnits >= UNITS_PER_MINUTE);
  }

  /** Counts queue events; false when they exceed the minute's allowance and it is enforced. */
  allowPushes(count: number): boolean {
    this.roll();
    if (this.enforced() && this.pushes + count > PUSHES_PER_MINUTE) return false;
    this.pushes += count;
    return true;
  }

  /** Counts a request to the Object Store; false when it is one too many. */
  allowObjectRequest(): boolean {
    this.roll();
    this.objectRequests += 1;
    return !this.enforced() || this.objectRequests <= OBJECT_REQUESTS_PER_MINUTE;
  }

  private roll(): void {
    const minute = Math.floor(this.now() / MINUTE);
    if (minute === this.minute) return;
    this.minute = minute;
    this.readUnits = 0;
    this.writeUnits = 0;
    this.pushes = 0;
    this.objectRequests = 0;
  }
}
