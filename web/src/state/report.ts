import { lang } from '../words/index.ts';

/** Address of a region's report, or of a company's fact sheet, as a Word document in the page's language. */
export function reportLink(of: { readonly region?: string | undefined; readonly company?: string }): string {
  const query = new URLSearchParams({ lang: lang.value });
  if (of.region) query.set('region', of.region);
  if (of.company) query.set('company', of.company);
  return `/api/v1/report/docx?${query}`;
}
