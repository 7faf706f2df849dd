/** The words of the catalog: services, items, forms. All texts a requester reads are translatable. */
export type * from './text';
export type * from './entitlement';
export type * from './structure';
export type * from './form';
export type * from './fulfilment';
export type * from './item';
export type * from './tile';
export type * from './draft';
