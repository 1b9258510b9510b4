import type { Symbion } from '../../app/symbion.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { COMPANY_ROUTES } from '../contract/companies.ts';
import { openCursor, sealed } from '../cursor.ts';
import { sameId, tagged, versionToReplace } from '../preconditions.ts';

export function companyHandlers(symbion: Symbion): Handlers<keyof typeof COMPANY_ROUTES> {
  return {
    async findCompanies({ query: { limit = PAGE, after, ...filter } }) {
      const key = after === undefined ? undefined : openCursor(filter, after).key;
      return sealed(await symbion.findCompanies(filter, limit, key), filter);
    },
    getCompany: async ({ params, response }) => tagged(response, await symbion.getCompany(params.id)),
    async putCompany({ params, body, request, response }) {
      const { sites, ...company } = sameId(params, body);
      const version = await versionToReplace(request, () => symbion.getCompany(params.id));
      const row = tagged(response, await symbion.putCompany(company, sites, version));
      if (version === 0) response.status(201).location(request.originalUrl);
      return row;
    },
    putCompanies: ({ body }) => symbion.putCompanies(body.companies),
    async retireCompany({ params, request }) {
      const version = await versionToReplace(request, () => symbion.getCompany(params.id));
      await symbion.retireCompany(params.id, version);
    },
    retireCompanies: ({ body }) => symbion.retireAll({ companies: body.ids }),
  };
}
