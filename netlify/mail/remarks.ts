/** Remarks for the reader of a request: signs of spam first, then what says nothing against it. */
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { freeMail, likelyAddress } from '../../src/lib/likely-address.ts';
import { listed } from '../../src/lib/text.ts';
import type { RequestRecord } from '../store/record.ts';
import { domainOf, minuteUtc } from './mail.ts';

/** After so long the mail says so. Where the mail server fell silent, it may be a second copy: nothing more is claimed. */
const late = 3600_000;

/** `unasked`: names of questions that the form no longer asks. `now` in milliseconds since 1970. */
export const remarksOn = (
  { answers, signals, receivedAt }: RequestRecord,
  unasked: readonly string[],
  now: number,
): string[] => {
  const email = String(answers['email'] ?? '');
  const meant = likelyAddress(email);
  return [
    ...signals.map((signal) => `Possible spam: ${signal}`),
    ...(now - Date.parse(receivedAt) > late
      ? [`Received ${minuteUtc(receivedAt)}; not known to have arrived before`]
      : []),
    ...possibleCaseData(...Object.values(answers).flat()).map(
      (what) => `The text may hold ${what}: look before you pass it on`,
    ),
    ...(meant ? [`The email address may be mistyped: ${meant}?`] : []),
    ...(freeMail.includes(domainOf(email).toLowerCase())
      ? ['Sent from a free mail address: make sure of the agency']
      : []),
    ...(unasked.length > 0 ? [`Sent from an older copy of the form: ${listed(unasked)} at the end, as written`] : []),
  ];
};
