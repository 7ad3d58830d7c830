import { collectionLabels } from './labels.ts';
import type { CollectionName } from '../kinds/fields.ts';
import type { Reference } from './entry-reference.ts';

/** The path at which an entry is published. An address once published never dies. */
export const addressOf = ({ collection, id }: Reference<CollectionName>): string =>
  `${collectionLabels[collection].href}${id}/`;

/** The request form, filled in from the page the reader stands on. */
export const requestAddress = (
  prefill: Partial<Record<'type' | 'expert' | 'topic' | 'about' | 'issue', string>> = {},
): string => {
  const query = new URLSearchParams(prefill).toString();
  return `/technical-assistance/request/${query ? `?${query}` : ''}`;
};
