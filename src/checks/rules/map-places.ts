/** Places on the map lie in the United States or its territories: a lost minus or a swap puts them in the sea. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** Degrees, with the territories in the Pacific: Guam and the Northern Marianas lie east, American Samoa south. */
const isLatitude = (value: number): boolean => (value >= 13 && value <= 72) || (value >= -15 && value <= -14);
const isLongitude = (value: number): boolean => (value >= -180 && value <= -64) || (value >= 144 && value <= 146);

export const mapPlaces = entryRule('map-places', 'error', function* (entry) {
  const { latitude, longitude } = (entry.frontmatter.values['location'] ?? {}) as Record<string, unknown>;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return;
  if (isLatitude(latitude) && isLongitude(longitude)) return;
  const found = `latitude ${latitude}, longitude ${longitude}: no place in the United States`;
  if (isLatitude(longitude) && isLongitude(latitude))
    yield atField(entry, ['location'], {
      found: `${found}; they stand the wrong way about`,
      cure: `write location: { latitude: ${longitude}, longitude: ${latitude} }`,
    });
  else
    yield atField(entry, ['location'], {
      found,
      allowed: 'longitude is below zero in America',
      cure:
        isLatitude(latitude) && isLongitude(-longitude)
          ? `write longitude: ${-longitude}`
          : 'look the place up on a map and correct the two numbers',
    });
});
