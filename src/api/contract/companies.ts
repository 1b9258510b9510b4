import * as z from 'zod';
import type { Route } from './route.ts';
import { country, id, known, pageOf, paging, text } from './words.ts';

export const site = z
  .strictObject({
    id,
    companyId: id,
    country: country.exactOptional(),
    region: text(200).exactOptional().meta({ description: 'ISO 3166-2 where known, else its name' }),
    town: text(200).exactOptional(),
    lat: z.number().min(-90).max(90).exactOptional(),
    lon: z.number().min(-180).max(180).exactOptional(),
    modes: z.array(z.enum(['road', 'rail', 'sea', 'pipe'])).max(4),
  })
  .meta({ id: 'Site' });

const fields = {
  id,
  name: text(500).regex(/\S/, { error: 'no name' }),
  nace: text(100)
    .exactOptional()
    .meta({ description: 'NACE Rev. 2, for example 23.51; several, the main one first: 24.10; 19.10' }),
  okved: text(100).exactOptional().meta({ description: 'OKVED 2, one or several' }),
  employees: z.number().min(0).max(1e7).exactOptional(),
};
const visibility = z.enum(['public', 'partners', 'private']);

export const companyInput = z
  .strictObject({ ...fields, visibility: visibility.default('public'), sites: z.array(site).min(1).max(100) })
  .meta({ id: 'CompanyInput' });

export const company = z
  .object({ ...fields, visibility, version: z.int(), sites: z.array(site) })
  .meta({ id: 'Company' });

const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), retired: z.int() });
export const changeReport = z.object({ companies: counts, flows: counts }).meta({ id: 'ChangeReport' });

export const retirement = z
  .strictObject({ ids: z.array(id).min(1).max(10_000) })
  .meta({ id: 'Retirement', description: 'Ids of rows to retire, all or none.' });

const one = z.object({ id: known });

export const COMPANY_ROUTES = {
  findCompanies: {
    method: 'get',
    path: '/api/v1/companies',
    tag: 'companies',
    summary: 'Companies with their sites, by id',
    query: z.strictObject({
      region: text(200).exactOptional(),
      country: country.exactOptional(),
      text: text(200).exactOptional().meta({ description: 'Beginnings of words in id or name' }),
      ...paging,
    }),
    status: 200,
    response: pageOf(company),
  },
  putCompanies: {
    method: 'post',
    path: '/api/v1/companies',
    tag: 'companies',
    summary: 'Create or replace many companies, all or none',
    body: z.strictObject({ companies: z.array(companyInput).min(1).max(10_000) }),
    size: 'bulk',
    issuesAt: '/companies',
    status: 200,
    response: changeReport,
    slow: true,
  },
  retireCompanies: {
    method: 'post',
    path: '/api/v1/companies/retire',
    tag: 'companies',
    summary: 'Retire many companies with their sites and flows, all or none',
    body: retirement,
    issuesAt: '/ids',
    status: 200,
    response: changeReport,
    slow: true,
  },
  getCompany: {
    method: 'get',
    path: '/api/v1/companies/{id}',
    tag: 'companies',
    summary: 'One company with its sites',
    params: one,
    versioned: true,
    status: 200,
    response: company,
  },
  putCompany: {
    method: 'put',
    path: '/api/v1/companies/{id}',
    tag: 'companies',
    summary: 'Create (If-None-Match: *) or replace (If-Match) a company',
    description: '201 when it was created.',
    params: one,
    body: companyInput,
    versioned: true,
    status: 200,
    response: company,
  },
  retireCompany: {
    method: 'delete',
    path: '/api/v1/companies/{id}',
    tag: 'companies',
    summary: 'Retire a company with its sites and flows',
    params: one,
    versioned: true,
    status: 204,
  },
} as const satisfies Record<string, Route>;
