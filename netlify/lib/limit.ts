/** A limit of our own, beside the platform's: counts in this instance's memory, so nothing about anyone is kept. */
export interface Limiter {
  /** Whether one more is allowed at `now`, in milliseconds. Counts it if so. */
  allow: (who: string, now: number) => boolean;
}

/** At most `most` within `milliseconds`, for each one who asks. */
export const limiter = (most: number, milliseconds: number): Limiter => {
  const times = new Map<string, number[]>();
  return {
    allow: (who, now) => {
      if (times.size > 5000) times.clear();
      const recent = (times.get(who) ?? []).filter((time) => now - time < milliseconds);
      if (recent.length >= most) return false;
      times.set(who, [...recent, now]);
      return true;
    },
  };
};
