/** What other places may use of the citizens' side: the public pages, and what the wiring needs. */
import { newsJob } from '#capabilities/publishing/index'
import type { JobHandler } from '#store/jobs'
import { newsHandler } from './news-job.ts'

export { cityPoints } from '#data/city-points'
export { type ShownComment, sayComment, talkOn } from './comments.ts'
export { askForCorrection } from './corrections.ts'
export { askToFollow, confirm, endFollowing, knownFollower, mayFollow } from './followers.ts'
export { cityOf, placeIsCity } from './place-list.ts'
export { type PlacePointRow, placePoints } from './queries/places.ts'
export { Complaint, NewComment } from './schemas.ts'

/** The work that this side does in the background. */
export const citizensJobs: Readonly<Record<string, JobHandler>> = { [newsJob]: newsHandler }
