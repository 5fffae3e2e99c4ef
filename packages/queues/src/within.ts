/**
 * The promise, or what `late` gives once `limitMs` have passed. The promise itself goes on; its later failure is swallowed.
 */
export const within = async <T, L>(promise: Promise<T>, limitMs: number, late: () => L): Promise<T | L> => {
  promise.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), limitMs);
  });
  try {
    const first = await Promise.race([promise.then((kept) => ({ kept })), deadline]);
    return first === "late" ? late() : first.kept;
  } finally {
    clearTimeout(timer);
  }
};
