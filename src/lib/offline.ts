/** What the page that keeps the site on a device, the worker that serves it and the build agree on. */

/** From small to large: each holds the ones before it. */
export const keptSizes = ['briefings', 'reading', 'everything'] as const;
export type KeptSize = (typeof keptSizes)[number];

export const isKeptSize = (value: unknown): value is KeptSize => keptSizes.includes(value as KeptSize);

/** One file each, so that a reader of the smallest fetches no list of the largest. */
export const workerAddress = (size: KeptSize): string => `/offline-worker-${size}.js`;

/** The browser’s store for kept files, and the channel on which the worker tells how far it is. */
export const keptCache = 'kept-for-offline';
export const progressChannel = 'kept-for-offline';

/** Served where a page is asked for that is not kept. */
export const notKeptPath = '/offline/not-kept/';
export const requestPath = '/technical-assistance/request/';

export interface KeptSet {
  size: KeptSize;
  /** Day of the build, `2026-11-28`: the site’s own clock, whatever the device’s says. */
  day: string;
  /** Addresses and a digest of what is there. */
  files: readonly (readonly [url: string, revision: string])[];
}

/** What the worker answers when asked what it keeps; a browser may have deleted some of the files. */
export type KeptState = Pick<KeptSet, 'size' | 'day'> & { count: number; missing: number };

/** Why a set could not be fetched: no room, no answer, or one that is no file. */
type KeepFault = 'full' | 'line';
export type Progress = { done: number; of: number } | { fault: KeepFault };
