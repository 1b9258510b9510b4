import Supercluster from 'supercluster';
import type { SiteView } from '../state/api.ts';

interface One {
  readonly index: number;
}
interface Sum {
  tonnes: number;
  /** Index of the site that gives off most. */
  largest: number;
  most: number;
}

/** What is drawn at one place: a site, or several that would overlap. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  readonly tonnes: number;
  /** The largest giver among them. */
  readonly site: SiteView;
  /** Of a cluster. */
  readonly id?: number;
}

/** Sites by place, joined where they would overlap. */
export interface Clusters {
  readonly placed: readonly SiteView[];
  spots(bounds: [number, number, number, number], zoom: number): readonly Spot[];
  /** Zoom at which the cluster opens; more than `DEEPEST` when its sites stand on one place. */
  opensAt(id: number): number;
  members(id: number, most: number): readonly SiteView[];
}

export const DEEPEST = 14;
/** Pixels within which sites are joined: a few stand close, a crowd needs room for its numbers. */
const radiusFor = (sites: number) => (sites > 2000 ? 38 : 22);

export function clusterSites(sites: readonly SiteView[]): Clusters {
  const placed = sites.filter((site) => site.lat !== undefined && site.lon !== undefined);
  const index = new Supercluster<One, Sum>({
    radius: radiusFor(placed.length),
    extent: 512,
    maxZoom: DEEPEST,
    map: ({ index: i }) => ({
      tonnes: placed[i]!.outputTonnesPerYear,
      largest: i,
      most: placed[i]!.outputTonnesPerYear,
    }),
    reduce: (sum, other) => {
      sum.tonnes += other.tonnes;
      if (other.most > sum.most || (other.most === sum.most && other.largest < sum.largest)) {
        sum.most = other.most;
        sum.largest = other.largest;
      }
    },
  });
  index.load(
    placed.map((site, i) => ({
      type: 'Feature',
      properties: { index: i },
      geometry: { type: 'Point', coordinates: [site.lon!, site.lat!] },
    })),
  );
  return {
    placed,
    spots: (bounds, zoom) =>
      index.getClusters(bounds, Math.round(zoom)).map(({ geometry, properties: p }): Spot => {
        const [lon, lat] = geometry.coordinates as [number, number];
        if ('cluster' in p)
          return { lon, lat, count: p.point_count, tonnes: p.tonnes, site: placed[p.largest]!, id: p.cluster_id };
        const site = placed[p.index]!;
        return { lon, lat, count: 1, tonnes: site.outputTonnesPerYear, site };
      }),
    opensAt: (id) => index.getClusterExpansionZoom(id),
    members: (id, most) => index.getLeaves(id, most).map((leaf) => placed[leaf.properties.index]!),
  };
}
