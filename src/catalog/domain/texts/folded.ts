/** A word as it is compared with others that people have typed: however it is capitalised, without the space around it. */
export const folded = (word: string): string => word.trim().toLocaleLowerCase();
