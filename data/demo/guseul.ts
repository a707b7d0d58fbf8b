import { guseulPromises } from './guseul-promises.ts'
import { fromPromises } from './promises.ts'
import type { DemoOffice } from './types.ts'

/** 구슬시: a city that does not exist, with eight years of agreements. Everything about it is invented and marked so. */
export const guseul: DemoOffice = {
  slug: 'guseul',
  nameKo: '구슬시(가상)',
  nameEn: 'Guseul City (fictional)',
  place: '구슬시',
  ...fromPromises(guseulPromises),
  headlines: [
    { formula: 'announced_investment', reason: '첫 공표' },
    { formula: 'rate_money_spent', reason: '첫 공표' },
    { formula: 'rate_count_operating', reason: '첫 공표' },
    { formula: 'announced_jobs', reason: '첫 공표' },
  ],
  publicProjects: ['blue', 'kiln', 'mast', 'cell', 'cloud', 'film', 'chip', 'hydro', 'auto', 'cable', 'salt', 'ship', 'ai'],
  points: [],
}
