import { dayIn } from '#capabilities/publishing/index'
import type { Db } from '#store/store'
import { type ExchangeFormat, exchangeText } from './service/exchange.ts'
import { publicDossier } from './service/public-dossier.ts'
import { readPrefix } from './service/settings.ts'

/** The office whose public data is asked for, as the portal knows it. */
export interface PublicOfficeAsked {
  readonly officeId: string
  readonly slug: string
  readonly nameKo: string
  readonly nameEn: string
  readonly timeZone: string
}

/**
 * 공개 자료를 주고받는 형식으로: what the office has published and what stands today, in OC4IDS, SDMX-JSON or FollowTheMoney. Nothing else of the office is read, so nothing that
 * is not public can be inferred from it; an unchanged office gives the same bytes.
 *
 * @throws ProblemError 409 for OC4IDS where no project is published
 */
export async function publicExport(db: Db, office: PublicOfficeAsked, format: ExchangeFormat, at: { origin: string; now: Date }): Promise<string> {
  const today = dayIn(office.timeZone, at.now)
  const page = `${at.origin}/o/${office.slug}`
  const dossier = await publicDossier(db, office.officeId, today, { nameKo: office.nameKo, nameEn: office.nameEn, page })
  const { prefix } = await readPrefix(db, office.officeId)
  const uri = `${at.origin}/api/v1/public/offices/${office.slug}/exports/${format}`
  return exchangeText(format, dossier, { prefix, uri, timeZone: office.timeZone })
}
