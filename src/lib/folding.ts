/** How many of a list are seen, where the rest stand folded. A fold for one is as tall as the one, and hides it: none then. */
export const seenAtOnce = (count: number, first: number): number => (count === first + 1 ? count : first);
