import { isFirm, isOutlet } from '../../discourse.ts'
import type { Flow } from '../draft.ts'

/** What the one who invests does. */
const INVESTS =
  /(?:투자(?:한다|하고|하며|해|합니다|할)|들여|들이고|투입해|투입한다|짓는다|짓고|짓기로|지어|세운다|세우고|세워|신축|증설|신설|건립|이전(?:한다|하고|해)|고용(?:한다|하고|할)|채용(?:한다|하고|할)|뽑는다|뽑고|사들)/

/** The one firm of an agreement told of right before (협약의 유일한 기업), where no more signed: null where several did, or none. */
export function signedAlone(flow: Flow, within = 3): string | null {
  if (flow.agreement === null || flow.agreement.several || flow.sentence - flow.agreement.sentence > within) return null
  const firms = [...flow.agreement.parties].filter((party) => isFirm(party) && !isOutlet(party))
  return firms.length === 1 ? firms[0]! : null
}

/** "군은 ㈜가람과 협약을 맺었다. 110억 원을 들여 공장을 짓고": a sentence about building that names nobody goes on with the firm that signed, not with the office that told. */
export function signerGoesOn(body: string, flow: Flow, actors: number): string | null {
  if (actors > 0 || flow.lineOffice !== null || isFirm(flow.subject?.value ?? '') || !INVESTS.test(body)) return null
  return signedAlone(flow, 2)
}
