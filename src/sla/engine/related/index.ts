/** Clocks of work items below others: whom they concern, what is told, when there is something to tell. */
export { isRelationItem, workItemsAbove } from './above';
export { type ChildFact, childFacts } from './child-facts';
export { type Crossing, crossingsOf } from './crossings';
export { childSignature } from './signature';
