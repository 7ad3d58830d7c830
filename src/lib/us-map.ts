/** The map of the United States as SVG paths, and places on it. */
import { geoAlbersUsa } from 'd3-geo';
import { mesh, feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import states from 'us-atlas/states-albers-10m.json' with { type: 'json' };

/** Viewport of us-atlas’ projected files, in SVG units. */
export const mapWidth = 975;
export const mapHeight = 610;

/** The projection that us-atlas was made with, so that places fall where they belong. */
const projection = geoAlbersUsa()
  .scale(1300)
  .translate([mapWidth / 2, mapHeight / 2]);

/** Where a place stands on the map in SVG units; undefined outside the fifty states. */
const placeOnMap = (latitude: number, longitude: number): { x: number; y: number } | undefined => {
  const point = projection([longitude, latitude]);
  return point ? { x: Math.round(point[0]), y: Math.round(point[1]) } : undefined;
};

/** Lines are rounded to steps of this many units: the shapes stay plain and the page light. */
const step = 3;

const pathOf = (lines: readonly (readonly (readonly number[])[])[], close: boolean): string =>
  lines
    .map((line) => {
      const points: [number, number][] = [];
      for (const [x = 0, y = 0] of line) {
        const next: [number, number] = [Math.round(x / step) * step, Math.round(y / step) * step];
        const last = points.at(-1);
        if (!last || last[0] !== next[0] || last[1] !== next[1]) points.push(next);
      }
      const [start, ...rest] = points;
      if (!start || rest.length < (close ? 3 : 1)) return '';
      let [x, y] = start;
      const moves = rest.map(([nextX, nextY]) => {
        const move = `${nextX - x} ${nextY - y}`;
        [x, y] = [nextX, nextY];
        return move;
      });
      return `M${start[0]} ${start[1]}l${moves.join(' ').replaceAll(' -', '-')}${close ? 'z' : ''}`;
    })
    .join('');

const atlas = states as unknown as Topology<{ states: GeometryCollection; nation: GeometryCollection }>;

/** The outline of the country, filled. */
export const nationPath = (): string => {
  const nation = feature(atlas, atlas.objects.nation);
  return nation.features
    .map(({ geometry }) => {
      if (geometry.type === 'MultiPolygon')
        return geometry.coordinates.map((polygon) => pathOf(polygon, true)).join('');
      return geometry.type === 'Polygon' ? pathOf(geometry.coordinates, true) : '';
    })
    .join('');
};

/** The lines between states. */
export const borderPath = (): string => pathOf(mesh(atlas, atlas.objects.states, (a, b) => a !== b).coordinates, false);

interface Located {
  latitude: number;
  longitude: number;
}

/**
 * Places as dots, west to east; those nearer to each other than `apart` units are one dot in their middle. Places outside
 * the fifty states have none.
 */
export const clustered = <Place extends Located>(
  places: readonly Place[],
  apart: number,
): { x: number; y: number; places: Place[] }[] => {
  const clusters: { x: number; y: number; places: Place[] }[] = [];
  for (const place of places) {
    const point = placeOnMap(place.latitude, place.longitude);
    if (!point) continue;
    const near = clusters.find(({ x, y }) => Math.hypot(x - point.x, y - point.y) < apart);
    if (near) {
      const count = near.places.length;
      near.x = Math.round((near.x * count + point.x) / (count + 1));
      near.y = Math.round((near.y * count + point.y) / (count + 1));
      near.places.push(place);
    } else clusters.push({ ...point, places: [place] });
  }
  return clusters.sort((a, b) => a.x - b.x);
};
