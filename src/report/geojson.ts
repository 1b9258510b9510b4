import type { Company, Match, Site, Snapshot } from '../domain/index.ts';
import { toMatchRow } from './match-row.ts';
import { chunks } from './rows.ts';

/** A GeoJSON feature collection (RFC 7946): sites as points, then matches whose two places are known as lines. Streams. */
export async function* writeGeoJson(
  snapshot: Snapshot,
  matches: Iterable<Match> | AsyncIterable<Match>,
): AsyncGenerator<string> {
  const companies = new Map(snapshot.companies.map((company) => [company.id, company]));
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
  const siteOf = new Map(snapshot.flows.map((flow) => [flow.id, sites.get(flow.siteId)]));
  yield '{"type":"FeatureCollection","features":[';
  let first = true;
  const separate = () => {
    const mark = first ? '\n' : ',\n';
    first = false;
    return mark;
  };
  for (const site of snapshot.sites) {
    const point = place(site);
    if (point) yield separate() + JSON.stringify(siteFeature(site, point, companies.get(site.companyId)));
  }
  for await (const chunk of chunks(matches)) {
    let text = '';
    for (const match of chunk) {
      const from = place(siteOf.get(match.output));
      const to = place(siteOf.get(match.demand));
      if (from && to)
        text +=
          separate() +
          JSON.stringify({
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: [from, to] },
            properties: toMatchRow(match),
          });
    }
    yield text;
  }
  yield '\n]}\n';
}

function place(site: Site | undefined): [number, number] | undefined {
  return site?.lat === undefined || site.lon === undefined ? undefined : [site.lon, site.lat];
}

function siteFeature(site: Site, coordinates: [number, number], company: Company | undefined): object {
  const { id, companyId, country, region, town } = site;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: { id, companyId, name: company?.name, nace: company?.nace, country, region, town },
  };
}
