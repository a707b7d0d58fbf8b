import { html, raw } from 'hono/html'
import { cityOf, cityPoints, type PlacePointRow, placeIsCity } from '#capabilities/citizens/index'
import { mainFact, type PublicPhase, type PublicProject } from '#capabilities/publishing/index'
import { titleOf } from './edition-parts.ts'
import { factAnchor, fig, illustrativeTag, plain, stageMark } from './parts.ts'
import { type Html, officePath, type View } from './view.ts'

/** A place on the sketch with the published projects that name it. */
interface Spot {
  readonly name: string
  readonly north: number
  readonly east: number
  readonly illustrative: boolean
  readonly projects: readonly PublicProject[]
}

/** Places of projects, with their points where known; projects whose place has none, or that name none, come apart. */
export function spotsOf(projects: readonly PublicProject[], points: readonly PlacePointRow[]): { spots: Spot[]; unplaced: PublicProject[] } {
  const own = new Map(points.map((row) => [row.name, row]))
  const spots = new Map<string, { north: number; east: number; illustrative: boolean; projects: PublicProject[] }>()
  const unplaced: PublicProject[] = []
  for (const project of projects) {
    const { place } = project.payload
    const row = place ? own.get(place) : undefined
    const city = place && !row ? placeIsCity(place) : null
    if (!place || (!row && !city)) {
      unplaced.push(project)
      continue
    }
    const kept = spots.get(place) ?? {
      north: row ? Number(row.north) : city!.north,
      east: row ? Number(row.east) : city!.east,
      illustrative: row?.illustrative ?? false,
      projects: [],
    }
    kept.projects.push(project)
    spots.set(place, kept)
  }
  return { spots: [...spots].map(([name, spot]) => ({ name, ...spot })), unplaced }
}

interface Frame {
  readonly x: (east: number) => number
  readonly y: (north: number) => number
  readonly width: number
  readonly height: number
  readonly kilometre: number
  readonly inside: (point: { north: number; east: number }) => boolean
}

const kilometresOfDegree = 111.32

/** The frame around points: at least forty kilometres wide, so that towns nearby give it its bearings, a degree of longitude drawn as long as it is there. */
export function frameOf(points: readonly { north: number; east: number }[], width: number, height: number): Frame {
  const norths = points.map((point) => point.north)
  const easts = points.map((point) => point.east)
  const middle = { north: (Math.min(...norths) + Math.max(...norths)) / 2, east: (Math.min(...easts) + Math.max(...easts)) / 2 }
  const narrow = Math.cos((middle.north * Math.PI) / 180)
  const [wide, high] = [
    Math.max((Math.max(...easts) - Math.min(...easts)) * narrow * kilometresOfDegree * 1.9, 44),
    Math.max((Math.max(...norths) - Math.min(...norths)) * kilometresOfDegree * 1.9, 36),
  ]
  const kilometre = Math.min(width / wide, height / high)
  const x = (east: number) => width / 2 + (east - middle.east) * narrow * kilometresOfDegree * kilometre
  const y = (north: number) => height / 2 - (north - middle.north) * kilometresOfDegree * kilometre
  const inside = (point: { north: number; east: number }) => {
    const [at, up] = [x(point.east), y(point.north)]
    return at > 24 && at < width - 70 && up > 22 && up < height - 30
  }
  return { x, y, width, height, kilometre, inside }
}

/** A round length for the bar of scale: about a fifth of the width. */
export function roundLength(kilometres: number): number {
  const power = 10 ** Math.floor(Math.log10(kilometres))
  return [5, 2, 1].find((step) => step * power <= kilometres)! * power
}

const textures: Record<PublicPhase, string> = {
  before: 't-0',
  announced: 't-1',
  committed: 't-2',
  building: 't-3',
  realised: 't-4',
  lost: 't-x',
  unknown: 't-0',
}
const phaseOf = (project: PublicProject): PublicPhase => project.payload.stage?.phase ?? 'unknown'
const round = (value: number) => Math.round(value * 10) / 10

/** Where labels may stand around a mark so that none lies on another. */
function labels(spots: readonly { x: number; y: number; text: string }[], width: number): { x: number; y: number; end: boolean }[] {
  const taken: { left: number; right: number; y: number }[] = spots.map((spot) => ({ left: spot.x - 9, right: spot.x + 9, y: spot.y + 4 }))
  return spots.map((spot) => {
    const long = [...spot.text].length * 13
    const options = [
      { x: spot.x + 15, y: spot.y + 5, end: false },
      { x: spot.x - 15, y: spot.y + 5, end: true },
      { x: spot.x + 4, y: spot.y - 15, end: false },
      { x: spot.x + 4, y: spot.y + 25, end: false },
      { x: spot.x + 15, y: spot.y + 22, end: false },
      { x: spot.x - 15, y: spot.y - 12, end: true },
    ]
    const boxOf = (option: { x: number; y: number; end: boolean }) => ({
      left: option.end ? option.x - long : option.x,
      right: option.end ? option.x : option.x + long,
      y: option.y,
    })
    const free = options.find((option) => {
      const box = boxOf(option)
      return (
        box.left > 2 &&
        box.right < width - 2 &&
        !taken.some((other) => Math.abs(other.y - box.y) < 16 && other.left < box.right && box.left < other.right)
      )
    })
    const chosen = free ?? options[0]!
    taken.push(boxOf(chosen))
    return chosen
  })
}

function drawing(view: View, spots: readonly Spot[], width: number, height: number, kind: string): Html {
  const t = view.texts
  const home = view.office?.place ? cityOf(view.office.place, null) : null
  const frame = frameOf([...spots, ...(home ? [home] : [])], width, height)
  const near = cityPoints.filter((city) => frame.inside(city) && !spots.some((spot) => spot.name === city.name))
  const length = roundLength(width / frame.kilometre / 5)
  const marks = spots.map((spot) => ({ spot, x: frame.x(spot.east), y: frame.y(spot.north), text: spot.name }))
  const placed = labels([...marks, ...near.map((city) => ({ x: frame.x(city.east), y: frame.y(city.north), text: city.name }))], width)
  const size = (spot: Spot) => 15 + Math.min(3, spot.projects.length - 1) * 3
  return html`<svg class="sketch ${kind}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${t.sketchLabel(spots.map((spot) => `${spot.name} ${spot.projects.length}`))}">
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}"/>
${near.map((city, at) => {
  const label = placed[marks.length + at]!
  return html`<circle class="town" cx="${round(frame.x(city.east))}" cy="${round(frame.y(city.north))}" r="2"/><text class="town-name" x="${round(label.x)}" y="${round(label.y)}"${label.end ? raw(' text-anchor="end"') : ''}>${city.name}</text>`
})}
${marks.map(({ spot, x, y }, at) => {
  const half = size(spot) / 2
  const label = placed[at]!
  const phase = phaseOf(spot.projects[0]!)
  const target = spot.projects.length === 1 ? officePath(view, `/p/${spot.projects[0]!.row.series}`) : '#places'
  return html`<a href="${target}"><rect class="edge${phase === 'lost' ? ' edge--x' : ''}" x="${round(x - half)}" y="${round(y - half)}" width="${size(spot)}" height="${size(spot)}" fill="url(#${textures[phase]})"/><text class="spot-name" x="${round(label.x)}" y="${round(label.y)}"${label.end ? raw(' text-anchor="end"') : ''} data-plain="place">${spot.name}</text></a>`
})}
<path class="scale" d="M16 ${height - 14}v-5m0 5h${round(length * frame.kilometre)}v-5"/><text class="town-name" x="16" y="${height - 24}" data-plain="scale">${length} km</text>
</svg>`
}

/** 어디에서: published projects on a sketch by their place, with the same in a table. Nothing is drawn where no place has a point. */
export function sketchOf(view: View, projects: readonly PublicProject[], points: readonly PlacePointRow[]): Html {
  const t = view.texts
  const { spots, unplaced } = spotsOf(projects, points)
  if (spots.length === 0) return html``
  const rows = [
    ...spots.map((spot) => ({ name: spot.name as string | null, spot, projects: spot.projects })),
    ...(unplaced.length > 0 ? [{ name: null, spot: null, projects: unplaced }] : []),
  ]
  return html`<section class="sec"><h2>${t.sketch}</h2><p class="gap">${t.sketchLead}</p>
<div class="sketch-pair"><table class="tb" id="places"><thead><tr><th scope="col">${t.place}</th><th scope="col">${t.projects}</th></tr></thead><tbody>${rows.map(
    ({ name, spot, projects: here }) =>
      html`<tr><th scope="row">${name === null ? html`<span class="mut">${t.noPoint}</span>` : html`${plain('place', name)}${illustrativeTag(view, spot?.illustrative ?? false)}`}</th><td><ul class="here">${here.map(
        (project) => {
          const main = mainFact(project.payload)
          const path = officePath(view, `/p/${project.row.series}`)
          return html`<li><a class="quiet" href="${path}">${plain('name', titleOf(view, project))}</a>${
            main
              ? html` ${fig(view, main, { figure: `${project.row.series}/${project.row.edition}/${main.factId}`, bead: 'fact', href: `${path}#${factAnchor(main.factId)}` })}`
              : ''
          }<span class="sub">${stageMark(view, project.payload.stage)}</span></li>`
        },
      )}</ul></td></tr>`,
  )}</tbody></table>
<div>${drawing(view, spots, 560, 460, 'wide')}${drawing(view, spots, 358, 340, 'narrow')}<p class="mut sm">${t.sketchNote}</p></div></div></section>`
}
