/** A limit of our own, beside the platform's: counts in this instance's memory, so nothing about anyone is kept. */
export interface Limiter {
  /** Whether one more is allowed at `now`, in milliseconds. Counts it if so. */
  allow: (who: string, now: number) => boolean;
}

/** So many who ask are remembered; beyond that, the one who asked longest ago is forgotten. */
const mostRemembered = 5000;

/** At most `most` within `milliseconds`, for each one who asks. */
export const limiter = (most: number, milliseconds: number): Limiter => {
  const times = new Map<string, number[]>();
  return {
    allow: (who, now) => {
      const recent = (times.get(who) ?? []).filter((time) => now - time < milliseconds);
      const isAllowed = recent.length < most;
      // A map keeps the order in which keys came: whoever asks again goes to its end.
      times.delete(who);
      times.set(who, isAllowed ? [...recent, now] : recent);
      for (const oldest of times.keys()) if (times.size > mostRemembered) times.delete(oldest);
      return isAllowed;
    },
  };
};
