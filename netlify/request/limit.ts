/** Limits of our own, beside the platform's. Each instance counts for itself, in memory, so nothing about anyone is kept. */

interface Limiter {
  /** Whether one more is allowed at `now`, in milliseconds. */
  allows: (who: string, now: number) => boolean;
  count: (who: string, now: number) => void;
}

export interface Limits {
  /** New requests, by the network they come from. */
  requests: Limiter;
  /** Acknowledgements, by mailbox. */
  mailbox: Limiter;
  /** Acknowledgements to everyone: a flood must not become a flood of mail. */
  everyone: Limiter;
}

/** So many who ask are remembered; beyond that, the one who asked longest ago is forgotten. */
const mostRemembered = 5000;

/** At most `limit` within `milliseconds`, for each one who asks. */
export const limiter = (limit: number, milliseconds: number): Limiter => {
  const times = new Map<string, number[]>();
  const recent = (who: string, now: number): number[] =>
    (times.get(who) ?? []).filter((time) => now - time < milliseconds);
  return {
    allows: (who, now) => recent(who, now).length < limit,
    count: (who, now) => {
      const counted = [...recent(who, now), now].slice(-limit);
      // A map keeps the order in which keys came: whoever asks again goes to its end.
      times.delete(who);
      times.set(who, counted);
      for (const oldest of times.keys()) {
        if (times.size <= mostRemembered) break;
        times.delete(oldest);
      }
    },
  };
};

/** In minutes: a shift of officers behind one address of an agency sends within a few. */
export const requestWindow = 10;

export const liveLimits = (): Limits => ({
  requests: limiter(60, requestWindow * 60_000),
  mailbox: limiter(3, 60 * 60_000),
  everyone: limiter(100, 60 * 60_000),
});

/** Who counts as one: an IPv4 address, or the /64 that one household or office holds of IPv6. */
export const networkOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const all =
    tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};

/** One mailbox however its address is written: `Jane+1@pd.example` is jane@pd.example. */
export const mailboxOf = (address: string): string => address.toLowerCase().replace(/\+.*(?=@)/, '');
