/**
 * When a page counts as removed though no second fetch confirmed its absence: that many answers of 404 or 410, over that many
 * days. The crawler plans its looks by it, the comparison judges by it (design section 2, presence).
 */
export const absenceRule = { leastAbsences: 3, leastDays: 14 } as const;
