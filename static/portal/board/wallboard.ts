/** Whether the address asks for a screen on the wall: large, without anything to press. */
export const isWallboard = (search: URLSearchParams): boolean => search.get('wallboard') === 'on';
