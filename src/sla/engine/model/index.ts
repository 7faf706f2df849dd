/** The words of the SLA engine: calendars, metrics, goals, history in; cycles and segments out. */
export type * from './base';
export type * from './calendars';
export type * from './conditions';
export type * from './goals';
export type * from './escalations';
export type * from './agreement-parts';
export type * from './whole';
export type * from './terms';
export type * from './definitions';
export type * from './history';
export type * from './timeline';
export type * from './results';
export type * from './test-cases';
