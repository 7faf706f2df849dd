/** The day of an instant in UTC, `YYYY-MM-DD`: days that hold for everybody alike begin and end by it. */
export const utcDay = (now: number): string => new Date(now).toISOString().slice(0, 10);
