import type { MapNode, Run, RunVerdict } from '../../run.ts'
import { type Html, html } from './html.ts'
import { countOf, subjectsOf, toldOf, worstOf } from './words.ts'

/** The lab in one picture: who stands in which network, and what is wrong where. */
export function labMap({ map, verdicts }: Run): Html | undefined {
  if (!map) return undefined
  const names = map.networks.flatMap(({ nodes }) => nodes.map(({ name }) => name))
  const places = new Map(verdicts.map((one) => [one, placesOf(one, [...names, ...map.vantages])]))
  const at = (name: string) => verdicts.filter((one) => places.get(one)?.includes(name))
  return html`
<section aria-labelledby="map" class="map"><h2 id="map">The lab</h2>
<p class="hint">A machine has the worst verdict of what is wrong with it, or of all that was read from it.</p>
<div class="vantages"><span class="label">Looked at from</span>${map.vantages.map((name) => html`<span class="vantage">${state(at(name))} ${name}</span>`)}</div>
<div class="networks">${map.networks.map(
    ({ name, range, nodes }) => html`
<div class="network"><h3>${name} ${range && html`<code>${range}</code>`}</h3>
<ul>${nodes.map((node) => box(node, at(node.name)))}</ul></div>`,
  )}</div>
</section>`
}

/** A finding is where its offenders are; what names nobody is wherever it was read. */
function placesOf(one: RunVerdict, names: readonly string[]): readonly string[] {
  const subjects = subjectsOf(one).filter((name) => names.includes(name))
  if (one.verdict !== 'fail' && one.verdict !== 'waived') return subjects
  const told = JSON.stringify(one.offenders)
  const named = names.filter((name) => told.includes(JSON.stringify(name)))
  return named.length > 0 ? named : subjects
}

const box = ({ name, role, address, isGuest }: MapNode, here: readonly RunVerdict[]): Html => html`
<li class="node v-${worstOf(here) ?? 'none'}${isGuest && ' guest'}"><strong>${name}</strong> <span class="role">${role}</span>${address && html`<code>${address}</code>`}<span class="state">${state(here)}</span></li>`

function state(here: readonly RunVerdict[]): Html {
  const worst = worstOf(here)
  if (!worst) return html`<span class="mark">nothing was read here</span>`
  const { sign, many } = toldOf(worst)
  return html`<span class="mark v-${worst}"><b aria-hidden="true">${sign}</b> ${countOf(here, worst)} ${many}</span>`
}
